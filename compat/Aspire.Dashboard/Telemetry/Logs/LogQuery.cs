using Aspire.Dashboard.Telemetry.Filters;

namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>Which lines somebody wants to see.</summary>
internal sealed record LogQuery
{
    public string? Source { get; init; }

    public LogSeverity MinimumLevel { get; init; }

    public string? Search { get; init; }

    public string? TraceId { get; init; }

    public string? SpanId { get; init; }

    public IReadOnlyList<FieldFilter> Filters { get; init; } = [];

    public bool Matches(StoredLog log) =>
        (Source is null || log.Source.Name == Source)
        && log.Level >= MinimumLevel
        && (Search is null || log.Message.Contains(Search, StringComparison.OrdinalIgnoreCase) || log.Category.Contains(Search, StringComparison.OrdinalIgnoreCase))
        && (TraceId is null || log.TraceId == TraceId)
        && (SpanId is null || log.SpanId == SpanId)
        && Filters.All(filter => filter.Matches(LogFields.Of(log, filter.Field)));
}
