using Aspire.Dashboard.Receiving.Protocol.Collector.Trace;
using Aspire.Dashboard.Receiving.Protocol.Trace;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Grpc.Core;

namespace Aspire.Dashboard.Receiving;

/// <summary>Takes spans. One without ids belongs nowhere and is refused.</summary>
internal sealed class TraceReceiver(TelemetryStore store) : TraceService.TraceServiceBase
{
    private const int TraceIdBytes = 16;
    private const int SpanIdBytes = 8;

    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context) =>
        Task.FromResult(Take(request));

    public ExportTraceServiceResponse Take(ExportTraceServiceRequest request)
    {
        var spans = from resource in request.ResourceSpans
                    let source = SourceReader.Of(resource.Resource, store)
                    from scope in resource.ScopeSpans
                    from span in scope.Spans
                    select (source, Scope: scope.Scope?.Name ?? string.Empty, Span: span);
        var all = spans.ToList();
        var good = all.Where(static one => one.Span.TraceId.Length == TraceIdBytes && one.Span.SpanId.Length == SpanIdBytes).ToList();
        var refused = all.Count - good.Count;
        if (store.Arrived(all.Count))
        {
            refused += store.Traces.Add(good.Select(static one => Read(one.source, one.Scope, one.Span)));
        }

        return refused == 0 ? new ExportTraceServiceResponse() : new ExportTraceServiceResponse
        {
            PartialSuccess = new ExportTracePartialSuccess { RejectedSpans = refused, ErrorMessage = "Spans without ids, or more than fit into one trace." },
        };
    }

    private static StoredSpan Read(TelemetrySource source, string scope, Span span) => new()
    {
        Source = source,
        TraceId = Attributes.Id(span.TraceId)!,
        SpanId = Attributes.Id(span.SpanId)!,
        ParentSpanId = Attributes.Id(span.ParentSpanId),
        Name = Attributes.Cut(span.Name),
        ScopeName = Attributes.Cut(scope),
        Kind = span.Kind,
        Start = UnixTime.Of(span.StartTimeUnixNano),
        End = UnixTime.Of(span.EndTimeUnixNano),
        Status = span.Status?.Code ?? Protocol.Trace.Status.Types.StatusCode.Unset,
        StatusMessage = span.Status?.Message is { Length: > 0 } message ? Attributes.Cut(message) : null,
        Attributes = Attributes.Of(span.Attributes),
        Events = [.. span.Events.Take(TelemetryLimits.EventsPerSpan).Select(static one =>
            new SpanEvent(Attributes.Cut(one.Name), UnixTime.Of(one.TimeUnixNano), Attributes.Of(one.Attributes)))],
        Received = span,
        Links = [.. span.Links.Take(TelemetryLimits.LinksPerSpan).Select(static link =>
            new SpanLink(Attributes.Id(link.TraceId) ?? string.Empty, Attributes.Id(link.SpanId) ?? string.Empty, Attributes.Of(link.Attributes)))],
    };
}
