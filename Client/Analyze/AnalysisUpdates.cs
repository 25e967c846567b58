using System.Text.Json;
using Client.Calls;
using Contracts;

namespace Client;

/// <summary>Reads the events of an analysis.</summary>
internal static class AnalysisUpdates
{
    /// <summary>The update of one event; null for a name that is not known.</summary>
    /// <exception cref="ImageApiException">The data is not what the contract says.</exception>
    public static AnalysisUpdate? Parse(string type, ReadOnlySpan<byte> data) => type switch
    {
        "accepted" => Replies.Read(data, ClientJsonContext.Default.AnalysisAccepted),
        "progress" => Replies.Read(data, ClientJsonContext.Default.AnalysisProgress),
        "feature" => ParseFeature(data),
        "completed" => new AnalysisCompleted(Replies.Read(data, ContractsJsonContext.Default.Analysis)),
        _ => null,
    };

    private static AnalysisFeature ParseFeature(ReadOnlySpan<byte> data)
    {
        var members = Replies.Read(data, ClientJsonContext.Default.JsonElement);
        return members.ValueKind == JsonValueKind.Object
            && members.TryGetProperty("feature", out var name) && name.GetString() is { } feature
            ? new AnalysisFeature(feature, members)
            : throw new ImageApiException("An event names no feature.");
    }
}
