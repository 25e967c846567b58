using Aspire.Dashboard.Telemetry.Filters;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>Which traces somebody wants to see.</summary>
internal sealed record TraceQuery
{
    public string? Source { get; init; }

    public string? Search { get; init; }

    public SpanType? Type { get; init; }

    public bool ErrorsOnly { get; init; }

    public IReadOnlyList<FieldFilter> Filters { get; init; } = [];

    public bool Matches(StoredTrace trace) =>
        (!ErrorsOnly || trace.HasError)
        && (Source is null || trace.Spans.Any(span => span.Source.Name == Source))
        && (Search is null || trace.Name.Contains(Search, StringComparison.OrdinalIgnoreCase) || trace.TraceId.StartsWith(Search, StringComparison.OrdinalIgnoreCase))
        && (Type is null || trace.Spans.Any(span => span.Type == Type))
        && Filters.All(filter => filter.Matches(TraceFields.Of(trace, filter.Field)));
}
