namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>One structured line of a log.</summary>
internal sealed record StoredLog
{
    public required long Id { get; init; }

    public required TelemetrySource Source { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required LogSeverity Level { get; init; }

    public required string Message { get; init; }

    public required string Category { get; init; }

    public string? EventName { get; init; }

    public string? TraceId { get; init; }

    public string? SpanId { get; init; }

    public string? Exception { get; init; }

    public required IReadOnlyList<TelemetryAttribute> Attributes { get; init; }
}
