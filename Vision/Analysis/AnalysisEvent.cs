using System.Text.Json;
using System.Text.Json.Nodes;
using Contracts;

namespace Vision;

/// <summary>One thing that a caller is told while an image is being analysed.</summary>
/// <param name="Type">The event's name: <c>progress</c> or <c>feature</c>.</param>
/// <param name="Data">Its JSON.</param>
public sealed record AnalysisEvent(string Type, string Data)
{
    /// <summary>The name of events that tell which stage begins.</summary>
    public const string ProgressType = "progress";

    /// <summary>The name of events that bear what one feature found.</summary>
    public const string FeatureType = "feature";

    /// <summary>Between the services: the name of the event that says that the answer which follows is not to be kept.</summary>
    public const string ProvisionalType = "provisional";

    /// <summary>A stage begins.</summary>
    /// <param name="stage"><c>queue</c>, the name of a feature, or <c>cache</c> where the answer is there already.</param>
    public static AnalysisEvent Progress(string stage) =>
        new(ProgressType, new JsonObject { ["stage"] = stage }.ToJsonString());

    /// <summary>A feature is done: its members as in the answer, or the error that it ended with.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="analysis">The answer so far.</param>
    public static AnalysisEvent Feature(Features feature, Analysis analysis)
    {
        var name = FeatureNames.Of(feature);
        var data = new JsonObject { ["feature"] = name };
        var members = JsonSerializer.SerializeToNode(analysis, ContractsJsonContext.Default.Analysis)!.AsObject();
        foreach (var member in feature == Features.Labels ? [name, "concepts"] : new[] { name })
        {
            if (members[member] is { } found)
            {
                data[member] = found.DeepClone();
            }
        }

        if (analysis.Errors.FirstOrDefault(error => error.Feature == name) is { } failed)
        {
            data["error"] = new JsonObject { ["code"] = failed.Code, ["detail"] = failed.Detail };
        }

        return new AnalysisEvent(FeatureType, data.ToJsonString());
    }
}
