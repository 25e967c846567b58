using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Api;

/// <summary>The instruments and their charts.</summary>
internal static class MetricsApi
{
    private const int MostPoints = 300;
    private const int UsualPoints = 120;
    private const int MostMinutes = 720;
    private const int UsualMinutes = 5;

    public static void MapMetrics(this RouteGroupBuilder api)
    {
        api.MapGet("/metrics/instruments", Instruments);
        api.MapGet("/metrics/series", Series);
    }

    private static Ok<InstrumentList> Instruments(TelemetryStore store, string? resource = null) => TypedResults.Ok(store.Metrics.Read(
        QueryText.OrNull(resource),
        static instruments => new InstrumentList(
        [
            .. instruments.GroupBy(static one => one.Key.Meter, StringComparer.Ordinal).OrderBy(static meter => meter.Key, StringComparer.Ordinal).Select(static meter => new MeterView(
                meter.Key,
                [.. meter.DistinctBy(static one => one.Key.Name, StringComparer.Ordinal).OrderBy(static one => one.Key.Name, StringComparer.Ordinal).Select(static one =>
                    new InstrumentView(one.Key.Name, one.Description, one.Unit, one.Kind.ToString(), one.IsMonotonic))])),
        ])));

    private static Results<Ok<SeriesReply>, NotFound, BadRequest<RefusedQuery>> Series(
        TelemetryStore store,
        TimeProvider time,
        string resource,
        string meter,
        string instrument,
        int minutes = UsualMinutes,
        string[]? dimension = null,
        int points = UsualPoints)
    {
        var dimensions = (dimension ?? []).Select(static text => text.Split(':', 2)).ToList();
        if (dimensions.Exists(static parts => parts.Length != 2))
        {
            return TypedResults.BadRequest(new RefusedQuery("A dimension cannot be read.", "It is not NAME:VALUE."));
        }

        var query = new SeriesQuery(
            time.GetUtcNow(),
            TimeSpan.FromMinutes(Math.Clamp(minutes, 1, MostMinutes)),
            Math.Clamp(points, 2, MostPoints),
            dimensions.ToLookup(static parts => parts[0], static parts => parts[1], StringComparer.Ordinal));
        var reply = store.Metrics.Read(resource, instruments => instruments
            .Where(one => one.Key.Meter == meter && one.Key.Name == instrument)
            .Select(one => InstrumentChart.Of(one, query)).FirstOrDefault());
        return reply is null ? TypedResults.NotFound() : TypedResults.Ok(reply);
    }
}
