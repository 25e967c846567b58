namespace Aspire.Dashboard.Telemetry.Logs;

/// <summary>The parts of a line that filters may name, besides its attributes.</summary>
internal static class LogFields
{
    public static readonly IReadOnlyList<string> Known =
        ["log.message", "log.category", "log.level", "log.traceid", "log.spanid", "log.eventname", "resource.servicename"];

    public static IEnumerable<string> Of(StoredLog log, string field) => field switch
    {
        "log.message" => [log.Message],
        "log.category" => [log.Category],
        "log.level" => [log.Level.ToString()],
        "log.traceid" => [log.TraceId ?? string.Empty],
        "log.spanid" => [log.SpanId ?? string.Empty],
        "log.eventname" => [log.EventName ?? string.Empty],
        "resource.servicename" => [log.Source.Name],
        _ => log.Attributes.Where(attribute => attribute.Name == field).Select(static attribute => attribute.Value),
    };
}
