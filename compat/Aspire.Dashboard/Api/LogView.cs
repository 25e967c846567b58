using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;

namespace Aspire.Dashboard.Api;

/// <summary>A line of a log, as the pages get it; the last parts only where somebody asks for the one line.</summary>
internal sealed record LogView(
    long Id,
    string Resource,
    string Instance,
    string Timestamp,
    string Level,
    string Message,
    string Category,
    string? EventName,
    string? TraceId,
    string? SpanId,
    bool HasException)
{
    public IReadOnlyList<TelemetryAttribute>? Attributes { get; init; }

    public IReadOnlyList<TelemetryAttribute>? ResourceAttributes { get; init; }

    public string? ScopeName { get; init; }

    public string? Exception { get; init; }

    public static LogView Of(StoredLog log) => new(
        log.Id, log.Source.Name, log.Source.Instance, UnixTime.Text(log.Time), log.Level.ToString(), log.Message, log.Category, log.EventName, log.TraceId,
        log.SpanId, log.Exception is not null);

    public static LogView WholeOf(StoredLog log) => Of(log) with
    {
        Attributes = log.Attributes,
        ResourceAttributes = log.Source.Attributes,
        ScopeName = log.Category,
        Exception = log.Exception,
    };
}
