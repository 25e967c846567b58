using Contracts;

namespace Vision;

/// <summary>An analysis and how long its stages took.</summary>
/// <param name="Analysis">The answer.</param>
/// <param name="Timings">The stages in the order in which they ran: <c>queue</c>, <c>decode</c>, then one a feature.</param>
public sealed record AnalysisOutcome(Analysis Analysis, IReadOnlyList<StageTiming> Timings)
{
    /// <summary>The versions that were live of the models besides the classifier; null where nobody tells.</summary>
    public IReadOnlyList<ModelReference>? Models { get; init; }
}
