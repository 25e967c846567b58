using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Traces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Api;

/// <summary>What there is of telemetry in all, and how it is held up and forgotten.</summary>
internal static class TelemetryApi
{
    private const int Colors = 12;

    public static void MapTelemetryApi(this RouteGroupBuilder api)
    {
        api.MapGet("/telemetry", Overview);
        api.MapPost("/telemetry/pause", Pause);
        api.MapDelete("/telemetry", Clear);
        api.MapGet("/fields", Fields);
        api.MapLogs();
        api.MapTraces();
        api.MapMetrics();
    }

    private static Ok<TelemetryOverview> Overview(TelemetryStore store)
    {
        var logs = store.Logs.Snapshot();
        var byName = logs.ToLookup(static log => log.Source.Name, StringComparer.Ordinal);
        var traces = store.Traces.Snapshot();
        var spans = traces.SelectMany(static trace => trace.Spans).CountBy(static span => span.Source.Name).ToDictionary(StringComparer.Ordinal);
        var instruments = store.Metrics.Read(source: null, static all => all.CountBy(static one => one.Key.Source).ToDictionary(StringComparer.Ordinal));
        return TypedResults.Ok(new TelemetryOverview(
            store.Version,
            store.IsPaused,
            store.DroppedWhilePaused,
            new TelemetryCounts(logs.Length, traces.Length, spans.Values.Sum(), store.Metrics.SeriesCount),
            [
                .. store.Sources.All().Select((source, index) => new TelemetrySourceView(
                    source.Name,
                    source.Instances,
                    index % Colors,
                    byName[source.Name].Count(),
                    byName[source.Name].Count(static log => log.Level >= LogSeverity.Error),
                    spans.GetValueOrDefault(source.Name),
                    instruments.GetValueOrDefault(source.Name))),
            ]));
    }

    private static NoContent Pause(PauseRequest request, TelemetryStore store)
    {
        store.Pause(request.Paused);
        return TypedResults.NoContent();
    }

    private static NoContent Clear(TelemetryStore store, string? kind = null, string? resource = null)
    {
        if (kind is null or "logs")
        {
            store.Logs.Clear(resource);
        }

        if (kind is null or "traces")
        {
            store.Traces.Clear(resource);
        }

        if (kind is null or "metrics")
        {
            store.Metrics.Clear(resource);
        }

        store.Changed();
        return TypedResults.NoContent();
    }

    private static Ok<FieldNames> Fields(TelemetryStore store, string kind = "logs")
    {
        var known = kind == "traces" ? TraceFields.Known : LogFields.Known;
        var attributes = kind == "traces"
            ? store.Traces.Snapshot().SelectMany(static trace => trace.Spans).SelectMany(static span => span.Attributes)
            : store.Logs.Snapshot().SelectMany(static log => log.Attributes);
        return TypedResults.Ok(new FieldNames(
            [.. known, .. attributes.Select(static attribute => attribute.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(1_000)]));
    }
}
