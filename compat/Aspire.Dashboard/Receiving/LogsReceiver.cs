using Aspire.Dashboard.Receiving.Protocol.Collector.Logs;
using Aspire.Dashboard.Receiving.Protocol.Logs;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Grpc.Core;

namespace Aspire.Dashboard.Receiving;

/// <summary>Takes lines of logs.</summary>
internal sealed class LogsReceiver(TelemetryStore store) : LogsService.LogsServiceBase
{
    private const string Template = "{OriginalFormat}";

    public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context) =>
        Task.FromResult(Take(request));

    public ExportLogsServiceResponse Take(ExportLogsServiceRequest request)
    {
        var lines = from resource in request.ResourceLogs
                    let source = SourceReader.Of(resource.Resource, store)
                    from scope in resource.ScopeLogs
                    from record in scope.LogRecords
                    select (Func<long, StoredLog>)(id => Read(id, source, scope.Scope?.Name ?? string.Empty, record));
        var all = lines.ToList();
        if (store.Arrived(all.Count))
        {
            store.Logs.Add(all);
        }

        return new ExportLogsServiceResponse();
    }

    private static StoredLog Read(long id, TelemetrySource source, string category, LogRecord record)
    {
        var attributes = Attributes.Of(record.Attributes);
        var time = record.TimeUnixNano == 0 ? record.ObservedTimeUnixNano : record.TimeUnixNano;
        var kind = Value("exception.type");
        return new StoredLog
        {
            Id = id,
            Source = source,
            Time = UnixTime.Of(time),
            Level = LevelOf(record.SeverityNumber),
            Message = Attributes.Text(record.Body),
            Category = Attributes.Cut(category),
            EventName = record.EventName is { Length: > 0 } name ? Attributes.Cut(name) : Value("logrecord.event.name"),
            TraceId = Attributes.Id(record.TraceId),
            SpanId = Attributes.Id(record.SpanId),
            Exception = Value("exception.stacktrace") ?? (kind is null ? null : $"{kind}: {Value("exception.message")}"),
            Attributes = [.. attributes.Where(static attribute => attribute.Name != Template)],
        };

        string? Value(string wanted) => attributes.FirstOrDefault(attribute => attribute.Name == wanted).Value;
    }

    private static LogSeverity LevelOf(SeverityNumber number) => (int)number switch
    {
        >= (int)SeverityNumber.Fatal => LogSeverity.Critical,
        >= (int)SeverityNumber.Error => LogSeverity.Error,
        >= (int)SeverityNumber.Warn => LogSeverity.Warning,
        >= (int)SeverityNumber.Info or 0 => LogSeverity.Information,
        >= (int)SeverityNumber.Debug => LogSeverity.Debug,
        _ => LogSeverity.Trace,
    };
}
