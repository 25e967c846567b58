using System.Buffers.Binary;
using System.Globalization;
using Aspire.Dashboard.Receiving.Protocol.Collector.Logs;
using Aspire.Dashboard.Receiving.Protocol.Collector.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Collector.Trace;
using Aspire.Dashboard.Receiving.Protocol.Common;
using Aspire.Dashboard.Receiving.Protocol.Logs;
using Aspire.Dashboard.Receiving.Protocol.Metrics;
using Aspire.Dashboard.Receiving.Protocol.Resource;
using Aspire.Dashboard.Receiving.Protocol.Trace;
using Google.Protobuf;

namespace Tests.Hosting.Dashboard;

/// <summary>What one service of some size sends in one second.</summary>
/// <param name="service">Its number.</param>
internal sealed class MadeTelemetry(int service)
{
    public const int Logs = 10;
    public const int Traces = 5;
    public const int SpansPerTrace = 4;
    public const int Points = 40;

    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>How many lines, spans and points that are.</summary>
    public static int Count => Logs + (Traces * SpansPerTrace) + Points;

    public ExportLogsServiceRequest LogsOf(int second)
    {
        var scope = new ScopeLogs { Scope = new InstrumentationScope { Name = "Shop.Orders" } };
        for (var number = 0; number < Logs; number++)
        {
            var record = new LogRecord { TimeUnixNano = At(second), SeverityNumber = SeverityNumber.Info, Body = Text($"Order {second} of {service} was taken") };
            record.Attributes.Add(new KeyValue { Key = "Order", Value = Text(second.ToString(CultureInfo.InvariantCulture)) });
            scope.LogRecords.Add(record);
        }

        return new ExportLogsServiceRequest { ResourceLogs = { new ResourceLogs { Resource = Sender(), ScopeLogs = { scope } } } };
    }

    public ExportTraceServiceRequest TracesOf(int second)
    {
        var scope = new ScopeSpans { Scope = new InstrumentationScope { Name = "Shop" } };
        for (var trace = 0; trace < Traces; trace++)
        {
            var traceId = Id(16, service, second, trace);
            for (var span = 0; span < SpansPerTrace; span++)
            {
                scope.Spans.Add(new Span
                {
                    TraceId = traceId,
                    SpanId = Id(8, span + 1, second, trace),
                    ParentSpanId = span == 0 ? ByteString.Empty : Id(8, span, second, trace),
                    Name = $"step {span}",
                    Kind = Span.Types.SpanKind.Internal,
                    StartTimeUnixNano = At(second) + (ulong)span,
                    EndTimeUnixNano = At(second) + 1_000_000,
                    Attributes = { new KeyValue { Key = "http.route", Value = Text("/orders/{id}") } },
                });
            }
        }

        return new ExportTraceServiceRequest { ResourceSpans = { new ResourceSpans { Resource = Sender(), ScopeSpans = { scope } } } };
    }

    public ExportMetricsServiceRequest MetricsOf(int second)
    {
        var scope = new ScopeMetrics { Scope = new InstrumentationScope { Name = "Shop" } };
        for (var number = 0; number < Points; number++)
        {
            // A half of the instruments change each second, as those of a busy service do.
            var value = number % 2 == 0 ? second + number : number;
            scope.Metrics.Add(new Metric
            {
                Name = $"shop.instrument.{number}",
                Sum = new Sum
                {
                    IsMonotonic = true,
                    AggregationTemporality = AggregationTemporality.Cumulative,
                    DataPoints = { new NumberDataPoint { TimeUnixNano = At(second), AsInt = value } },
                },
            });
        }

        return new ExportMetricsServiceRequest { ResourceMetrics = { new ResourceMetrics { Resource = Sender(), ScopeMetrics = { scope } } } };
    }

    private static ulong At(int second) => (ulong)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 3600 + second) * NanosecondsPerSecond;

    private static AnyValue Text(string text) => new() { StringValue = text };

    private static ByteString Id(int bytes, int first, int second, int third)
    {
        System.Span<byte> id = stackalloc byte[bytes];
        BinaryPrimitives.WriteInt32LittleEndian(id, (first * 1000) + third + 1);
        BinaryPrimitives.WriteInt32LittleEndian(id[4..], second + 1);
        return ByteString.CopyFrom(id);
    }

    private Resource Sender() => new()
    {
        Attributes = { new KeyValue { Key = "service.name", Value = Text($"service-{service}") }, new KeyValue { Key = "service.instance.id", Value = Text("1") } },
    };
}
