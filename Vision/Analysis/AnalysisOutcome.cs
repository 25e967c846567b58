using Contracts;

namespace Vision;

/// <summary>An analysis and how long its stages took.</summary>
/// <param name="Analysis">The answer.</param>
/// <param name="Timings">The stages in the order in which they ran: <c>queue</c>, <c>decode</c>, then one a feature.</param>
public sealed record AnalysisOutcome(Analysis Analysis, IReadOnlyList<StageTiming> Timings)
{
    /// <summary>The versions that were live of the models besides the classifier; null where nobody tells.</summary>
    public IReadOnlyList<ModelReference>? Models { get; init; }

    /// <summary>
    /// Whether a feature has made do with less than it is set up for, as a caption does while its endpoint is away. Such an answer
    /// is valid for its caller and is not kept for others.
    /// </summary>
    public bool IsProvisional { get; init; }
}
