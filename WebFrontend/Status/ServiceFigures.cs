using WebFrontend.Status.Metrics;

namespace WebFrontend.Status;

/// <summary>The part of a service's metrics that the pages show. Counts are from its start on.</summary>
internal sealed record ServiceFigures
{
    /// <summary>Tells the replicas of a service apart, and nothing else of them; null where there is nothing to tell by.</summary>
    public string? Instance { get; init; }

    public required double ProcessorSeconds { get; init; }

    public required double MemoryBytes { get; init; }

    /// <summary>Requests to the public API by outcome: <c>ok</c>, <c>refused</c> (4xx), <c>failed</c> (5xx).</summary>
    public required IReadOnlyDictionary<string, double> Requests { get; init; }

    /// <summary>Durations of the analyses that succeeded; null before the first one.</summary>
    public Histogram? Analyses { get; init; }

    /// <summary>Analyses by where they came from.</summary>
    public required IReadOnlyDictionary<string, double> Cache { get; init; }

    /// <summary>Requests that were refused for a quota, by its policy.</summary>
    public required IReadOnlyDictionary<string, double> Refusals { get; init; }

    /// <summary>Jobs that are worked on, by kind.</summary>
    public required IReadOnlyDictionary<string, double> Jobs { get; init; }

    /// <summary>Images that wait, by queue; both are empty where no engine is.</summary>
    public required IReadOnlyDictionary<string, double> Waiting { get; init; }

    /// <summary>Images that may wait, by queue.</summary>
    public required IReadOnlyDictionary<string, double> Capacity { get; init; }

    /// <summary>Durations of each feature that was computed.</summary>
    public required IReadOnlyDictionary<string, Histogram> Features { get; init; }

    public required IReadOnlyList<ShadowFigures> Shadow { get; init; }
}
