using System.Globalization;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>The parts of a trace that filters may name, besides the attributes of its spans.</summary>
internal static class TraceFields
{
    public static readonly IReadOnlyList<string> Known =
        ["trace.name", "trace.kind", "trace.status", "trace.traceid", "trace.spanid", "trace.duration", "resource.servicename"];

    public static IEnumerable<string> Of(StoredTrace trace, string field) => field switch
    {
        "trace.name" => trace.Spans.Select(static span => span.Name),
        "trace.kind" => trace.Spans.Select(static span => span.Kind.ToString()),
        "trace.status" => trace.Spans.Select(static span => span.Status.ToString()),
        "trace.traceid" => [trace.TraceId],
        "trace.spanid" => trace.Spans.Select(static span => span.SpanId),
        "trace.duration" => [trace.Duration.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)],
        "resource.servicename" => trace.Spans.Select(static span => span.Source.Name),
        _ => trace.Spans.SelectMany(static span => span.Attributes).Where(attribute => attribute.Name == field).Select(static attribute => attribute.Value),
    };
}
