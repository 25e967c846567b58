using Aspire.Dashboard.Receiving;
using Aspire.Dashboard.Receiving.Protocol.Collector.Logs;
using Aspire.Dashboard.Receiving.Protocol.Collector.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Collector.Trace;
using Aspire.Dashboard.Receiving.Protocol.Common;
using Aspire.Dashboard.Receiving.Protocol.Logs;
using Aspire.Dashboard.Receiving.Protocol.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Resource;
using Aspire.Dashboard.Receiving.Protocol.Trace;
using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;
using Google.Protobuf;
using Xunit;

namespace Tests.Hosting.Dashboard;

/// <summary>What is kept has bounds, whatever comes, and the oldest goes first.</summary>
public sealed class TelemetryStoreTests
{
    private readonly TelemetryStore store = new();

    [Fact]
    public void Receive_of_more_than_is_kept_keeps_the_latest()
    {
        var logs = new LogsReceiver(store);
        var traces = new TraceReceiver(store);
        for (var number = 0; number < TelemetryLimits.Logs + 500; number += 500)
        {
            var lines = new ScopeLogs();
            lines.LogRecords.AddRange(Enumerable.Range(number, 500).Select(static line => new LogRecord { Body = new AnyValue { StringValue = $"{line}" } }));
            logs.Take(new ExportLogsServiceRequest { ResourceLogs = { new ResourceLogs { Resource = Service("shop"), ScopeLogs = { lines } } } });
            var spans = new ScopeSpans();
            spans.Spans.AddRange(Enumerable.Range(number, 500).Select(static span => SpanOf(trace: span, span: 1)));
            traces.Take(new ExportTraceServiceRequest { ResourceSpans = { new ResourceSpans { Resource = Service("shop"), ScopeSpans = { spans } } } });
        }

        Assert.Equal((TelemetryLimits.Logs, TelemetryLimits.Traces), (store.Logs.Count, store.Traces.Counts.Traces));
        Assert.Equal(("500", $"{TelemetryLimits.Logs + 499}"), (store.Logs.Snapshot()[0].Message, store.Logs.Snapshot()[^1].Message));
        Assert.Null(store.Traces.Find(IdOf(499)));
        Assert.NotNull(store.Traces.Find(IdOf(500)));
    }

    [Fact]
    public void Receive_of_a_trace_without_end_says_what_has_no_room()
    {
        var spans = new ScopeSpans();
        spans.Spans.AddRange(Enumerable.Range(1, TelemetryLimits.SpansPerTrace + 7).Select(static span => SpanOf(trace: 1, span)));
        var answer = new TraceReceiver(store).Take(new ExportTraceServiceRequest { ResourceSpans = { new ResourceSpans { ScopeSpans = { spans } } } });
        Assert.Equal(7, answer.PartialSuccess.RejectedSpans);
        Assert.Equal(TelemetryLimits.SpansPerTrace, store.Traces.Counts.Spans);
    }

    [Fact]
    public void Receive_of_odd_attributes_keeps_few_and_short_ones()
    {
        var record = new LogRecord { Body = new AnyValue { StringValue = new string('x', 100_000) } };
        record.Attributes.AddRange(Enumerable.Range(0, 1000).Select(static number =>
            new KeyValue { Key = $"k{number}", Value = new AnyValue { StringValue = new string('y', 20_000) } }));
        new LogsReceiver(store).Take(new ExportLogsServiceRequest { ResourceLogs = { new ResourceLogs { ScopeLogs = { new ScopeLogs { LogRecords = { record } } } } } });
        var log = Assert.Single(store.Logs.Snapshot());
        Assert.Equal(TelemetryLimits.Attributes, log.Attributes.Count);
        Assert.All(log.Attributes.Select(static attribute => attribute.Value).Append(log.Message), static text => Assert.Equal(TelemetryLimits.ValueCharacters, text.Length));
    }

    [Fact]
    public void Receive_of_a_series_for_ever_keeps_its_latest_points_and_one_that_rests_costs_nothing()
    {
        var receiver = new MetricsReceiver(store);
        for (var second = 1; second <= TelemetryLimits.PointsPerSeries + 5_000; second++)
        {
            receiver.Take(Gauges(("grows", second), ("rests", 7)));
        }

        var lengths = store.Metrics.Read(source: null, static all => all.ToDictionary(static one => one.Key.Name, static one => one.Series.Single().Points.Count));
        Assert.InRange(lengths["grows"], TelemetryLimits.PointsPerSeries, TelemetryLimits.PointsPerSeries + 1_000);
        Assert.Equal(1, lengths["rests"]);

        static ExportMetricsServiceRequest Gauges(params (string Name, double Value)[] values)
        {
            var scope = new ScopeMetrics();
            scope.Metrics.AddRange(values.Select(static one => new Metric
            {
                Name = one.Name,
                Gauge = new Gauge { DataPoints = { new NumberDataPoint { AsDouble = one.Value, TimeUnixNano = (ulong)one.Value * 1_000_000_000 } } },
            }));
            return new ExportMetricsServiceRequest { ResourceMetrics = { new ResourceMetrics { ScopeMetrics = { scope } } } };
        }
    }

    [Fact]
    public void Receive_from_fifty_services_for_a_minute_fills_what_is_kept_and_no_more()
    {
        var senders = Enumerable.Range(1, 50).Select(static number => new MadeTelemetry(number)).ToList();
        var (logs, traces, metrics) = (new LogsReceiver(store), new TraceReceiver(store), new MetricsReceiver(store));
        for (var second = 0; second < 60; second++)
        {
            foreach (var sender in senders)
            {
                logs.Take(sender.LogsOf(second));
                traces.Take(sender.TracesOf(second));
                metrics.Take(sender.MetricsOf(second));
            }
        }

        Assert.Equal(
            (TelemetryLimits.Logs, TelemetryLimits.Traces, TelemetryLimits.Traces * MadeTelemetry.SpansPerTrace, senders.Count * MadeTelemetry.Points),
            (store.Logs.Count, store.Traces.Counts.Traces, store.Traces.Counts.Spans, store.Metrics.SeriesCount));
        Assert.Equal(senders.Count, store.Sources.All().Count);
    }

    [Fact]
    public void Walk_of_spans_in_a_circle_or_without_a_root_gives_each_once()
    {
        var spans = new[] { SpanOf(1, 1, parent: 2), SpanOf(1, 2, parent: 1), SpanOf(1, 3, parent: 9), SpanOf(1, 4, parent: 3), SpanOf(1, 5, parent: 5) };
        var scope = new ScopeSpans();
        scope.Spans.AddRange(spans);
        new TraceReceiver(store).Take(new ExportTraceServiceRequest { ResourceSpans = { new ResourceSpans { ScopeSpans = { scope } } } });
        var walked = SpanTree.Walk(store.Traces.Find(IdOf(1))!).ToList();
        Assert.Equal(5, walked.Count);
        Assert.Equal(5, walked.Select(static one => one.Span.SpanId).Distinct().Count());
        Assert.Equal(1, walked.Single(static one => one.Span.Name == "span 4").Depth);
    }

    private static Resource Service(string name) =>
        new() { Attributes = { new KeyValue { Key = "service.name", Value = new AnyValue { StringValue = name } } } };

    private static string IdOf(int trace) => $"{trace:x32}";

    private static Span SpanOf(int trace, int span, int? parent = null) => new()
    {
        TraceId = ByteString.CopyFrom(Convert.FromHexString(IdOf(trace))),
        SpanId = ByteString.CopyFrom(Convert.FromHexString($"{span:x16}")),
        ParentSpanId = parent is null ? ByteString.Empty : ByteString.CopyFrom(Convert.FromHexString($"{parent:x16}")),
        Name = $"span {span}",
        StartTimeUnixNano = (ulong)span,
        EndTimeUnixNano = (ulong)span + 1,
    };
}
