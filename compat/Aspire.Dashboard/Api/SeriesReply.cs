namespace Aspire.Dashboard.Api;

/// <summary>An instrument as a chart.</summary>
internal sealed record SeriesReply
{
    public required string Kind { get; init; }

    public required string Unit { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<DimensionView> Dimensions { get; init; }

    public required double From { get; init; }

    public required double To { get; init; }

    public required double StepSeconds { get; init; }

    public required IReadOnlyList<double> Times { get; init; }

    public IReadOnlyList<SeriesView> Series { get; init; } = [];

    /// <summary>Whether there are more series than are given.</summary>
    public bool Truncated { get; init; }

    public PercentileView? Percentiles { get; init; }

    /// <summary>How many measurements each step has.</summary>
    public IReadOnlyList<double>? Counts { get; init; }

    public IReadOnlyList<ExemplarView> Exemplars { get; init; } = [];
}
