using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Api;

/// <summary>The lines of the logs.</summary>
internal static class LogsApi
{
    public static void MapLogs(this RouteGroupBuilder api)
    {
        api.MapGet("/logs", List);
        api.MapGet("/logs/{id:long}", Find);
    }

    private static Results<Ok<LogPage>, BadRequest<RefusedQuery>> List(
        TelemetryStore store,
        string? resource = null,
        LogSeverity level = LogSeverity.Trace,
        string? search = null,
        string[]? filter = null,
        string? traceId = null,
        string? spanId = null,
        long? before = null,
        int? limit = null)
    {
        if (!FilterQuery.TryRead(filter, out var filters, out var refusal))
        {
            return refusal;
        }

        var found = store.Logs.Query(new LogQuery
        {
            Source = QueryText.OrNull(resource),
            MinimumLevel = level,
            Search = QueryText.OrNull(search),
            Filters = filters,
            TraceId = QueryText.OrNull(traceId),
            SpanId = QueryText.OrNull(spanId),
        });
        var page = Paging.Page(found, static log => log.Id, before, limit);
        return TypedResults.Ok(new LogPage(found.Count, found.Count == 0 ? 0 : found[0].Id, [.. page.Select(LogView.Of)]));
    }

    private static Results<Ok<LogView>, NotFound> Find(long id, TelemetryStore store) =>
        store.Logs.Find(id) is { } log ? TypedResults.Ok(LogView.WholeOf(log)) : TypedResults.NotFound();
}
