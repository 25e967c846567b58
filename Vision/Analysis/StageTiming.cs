namespace Vision;

/// <summary>How long one stage took.</summary>
/// <param name="Stage"><c>queue</c>, <c>decode</c> or the name of a feature.</param>
/// <param name="Duration">Wall-clock time.</param>
public readonly record struct StageTiming(string Stage, TimeSpan Duration);
