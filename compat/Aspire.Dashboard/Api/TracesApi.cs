using System.Text;
using Aspire.Dashboard.Receiving;
using Aspire.Dashboard.Receiving.Protocol.Collector.Trace;
using Aspire.Dashboard.Receiving.Protocol.Common;
using Aspire.Dashboard.Receiving.Protocol.Resource;
using Aspire.Dashboard.Receiving.Protocol.Trace;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Api;

/// <summary>The traces.</summary>
internal static class TracesApi
{
    public static void MapTraces(this RouteGroupBuilder api)
    {
        api.MapGet("/traces", List);
        api.MapGet("/traces/{traceId}", Find);
        api.MapGet("/traces/{traceId}/export", Export);
    }

    private static Results<Ok<TracePage>, BadRequest<RefusedQuery>> List(
        TelemetryStore store,
        string? resource = null,
        string? search = null,
        string? type = null,
        string[]? filter = null,
        bool errorsOnly = false,
        long? before = null,
        int? limit = null)
    {
        if (!FilterQuery.TryRead(filter, out var filters, out var refusal))
        {
            return refusal;
        }

        var query = new TraceQuery
        {
            Source = QueryText.OrNull(resource),
            Search = QueryText.OrNull(search),
            Type = Enum.TryParse<SpanType>(type, out var known) ? known : null,
            ErrorsOnly = errorsOnly,
            Filters = filters,
        };
        var found = store.Traces.Snapshot().Where(query.Matches).OrderByDescending(static trace => trace.Id).ToList();
        return TypedResults.Ok(new TracePage(
            found.Count,
            found.Count == 0 ? 0 : found.Max(static trace => SpanView.Nanoseconds(trace.Duration)),
            [.. Paging.Page(found, static trace => trace.Id, before, limit).Select(SummaryOf)]));
    }

    private static Results<Ok<TraceView>, NotFound> Find(string traceId, TelemetryStore store)
    {
        if (store.Traces.Find(traceId) is not { } trace)
        {
            return TypedResults.NotFound();
        }

        var links = from other in store.Traces.Snapshot()
                    from span in other.Spans
                    from link in span.Links
                    where link.TraceId == traceId
                    select (link.SpanId, From: new SpanReference(span.TraceId, span.SpanId, link.Attributes));
        var backlinks = links.ToLookup(static link => link.SpanId, static link => link.From, StringComparer.Ordinal);
        var spans = SpanTree.Walk(trace).Select(one => SpanView.Of(one.Span, one.Depth, trace, backlinks[one.Span.SpanId])).ToList();
        var logs = store.Logs.Snapshot().Where(log => log.TraceId == traceId).OrderBy(static log => log.Time).Select(LogView.Of);
        return TypedResults.Ok(new TraceView(
            traceId,
            UnixTime.Text(trace.Start),
            SpanView.Nanoseconds(trace.Duration),
            [.. spans.Select(static span => span.Resource).Distinct(StringComparer.Ordinal)],
            spans.Max(static span => span.Depth) + 1,
            spans,
            [.. logs]));
    }

    private static Results<FileContentHttpResult, NotFound> Export(string traceId, TelemetryStore store)
    {
        if (store.Traces.Find(traceId) is not { } trace)
        {
            return TypedResults.NotFound();
        }

        var whole = new ExportTraceServiceRequest();
        foreach (var source in trace.Spans.GroupBy(static span => span.Source))
        {
            var spans = new ResourceSpans { Resource = new Resource() };
            spans.Resource.Attributes.AddRange(source.Key.Attributes.Select(static attribute =>
                new KeyValue { Key = attribute.Name, Value = new AnyValue { StringValue = attribute.Value } }));
            foreach (var scope in source.GroupBy(static span => span.ScopeName, StringComparer.Ordinal))
            {
                var scoped = new ScopeSpans { Scope = new InstrumentationScope { Name = scope.Key } };
                scoped.Spans.AddRange(scope.Select(static span => span.Received));
                spans.ScopeSpans.Add(scoped);
            }

            whole.ResourceSpans.Add(spans);
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(OtlpJson.Write(whole)), "application/json", $"trace-{traceId}.json");
    }

    private static TraceSummary SummaryOf(StoredTrace trace) => new(
        trace.Id,
        trace.TraceId,
        trace.Name,
        UnixTime.Text(trace.Start),
        SpanView.Nanoseconds(trace.Duration),
        trace.HasError,

        // In the order in which the services were asked, whichever sent its spans first.
        [.. trace.Spans.OrderBy(static span => span.Start).GroupBy(static span => span.Source.Name, StringComparer.Ordinal).Select(static spans =>
            new SpanCount(spans.Key, spans.Count(), spans.Count(static span => span.HasError)))]);
}
