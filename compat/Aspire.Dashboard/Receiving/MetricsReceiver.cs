using Aspire.Dashboard.Receiving.Protocol.Collector.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Metrics;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Metrics;
using Google.Protobuf.Collections;
using Grpc.Core;

namespace Aspire.Dashboard.Receiving;

/// <summary>Takes the values of instruments.</summary>
internal sealed class MetricsReceiver(TelemetryStore store) : MetricsService.MetricsServiceBase
{
    public override Task<ExportMetricsServiceResponse> Export(ExportMetricsServiceRequest request, ServerCallContext context) =>
        Task.FromResult(Take(request));

    public ExportMetricsServiceResponse Take(ExportMetricsServiceRequest request)
    {
        var points = from resource in request.ResourceMetrics
                     let source = SourceReader.Of(resource.Resource, store)
                     from scope in resource.ScopeMetrics
                     from metric in scope.Metrics
                     from point in MetricReader.Read(metric)
                     select (source, Meter: scope.Scope?.Name ?? string.Empty, metric, point);
        var all = points.ToList();
        var refused = store.Arrived(all.Count) ? all.Count(one => !Add(one.source, one.Meter, one.metric, one.point)) : 0;
        return refused == 0 ? new ExportMetricsServiceResponse() : new ExportMetricsServiceResponse
        {
            PartialSuccess = new ExportMetricsPartialSuccess { RejectedDataPoints = refused, ErrorMessage = "There are more series than are kept." },
        };
    }

    private bool Add(TelemetrySource source, string meter, Metric metric, ReadPoint point) => store.Metrics.Add(
        new InstrumentKey(source.Name, Attributes.Cut(meter), Attributes.Cut(metric.Name)),
        key => new Instrument(key, Attributes.Cut(metric.Description), Attributes.Cut(metric.Unit), MetricReader.KindOf(metric), metric.Sum?.IsMonotonic == true),
        source.Instance,
        Attributes.Of(point.Attributes),
        series =>
        {
            series.Bounds = point.Bounds;
            series.Add(point.Time, point.Value, point.IsDelta);
            AddExemplars(series, point.Exemplars);
        });

    private static void AddExemplars(MetricSeries series, RepeatedField<Exemplar> exemplars)
    {
        foreach (var exemplar in exemplars)
        {
            if (Attributes.Id(exemplar.TraceId) is { } trace && Attributes.Id(exemplar.SpanId) is { } span)
            {
                var value = exemplar.ValueCase == Exemplar.ValueOneofCase.AsInt ? exemplar.AsInt : exemplar.AsDouble;
                series.Add(new MetricExemplar(UnixTime.Of(exemplar.TimeUnixNano), value, trace, span));
            }
        }
    }
}
