using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Tests.Fixtures;

/// <summary>
/// A service that tells of itself to a dashboard by the real exporters. What it has told has arrived when it is disposed of. Its
/// source and its meter have names of their own, because every provider of the process hears all of a name.
/// </summary>
internal sealed class SentTelemetry : IDisposable
{
    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;
    private readonly ILoggerFactory loggers;

    public SentTelemetry(RunningDashboard dashboard, string service, OtlpExportProtocol protocol = OtlpExportProtocol.Grpc, string key = RunningDashboard.OtlpKey)
    {
        void Aim(OtlpExporterOptions options, string signal)
        {
            options.Protocol = protocol;
            options.Endpoint = protocol == OtlpExportProtocol.Grpc ? dashboard.OtlpGrpcEndpoint : new Uri(dashboard.OtlpHttpEndpoint, $"/v1/{signal}");
            options.Headers = $"x-otlp-api-key={key}";
        }

        Name = $"{service}.{Guid.NewGuid():N}";
        var resource = ResourceBuilder.CreateEmpty().AddService(service, serviceInstanceId: "1");
        Source = new ActivitySource(Name);
        Meter = new Meter(Name);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Name)
            .AddOtlpExporter(options => Aim(options, "traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Name).SetExemplarFilter(ExemplarFilterType.TraceBased)
            .AddOtlpExporter(options => Aim(options, "metrics")).Build();
        loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddOpenTelemetry(options =>
        {
            options.SetResourceBuilder(resource);
            options.IncludeFormattedMessage = true;
            options.AddOtlpExporter((exporter, processor) =>
            {
                Aim(exporter, "logs");

                // Ten thousand at once must all find room.
                processor.BatchExportProcessorOptions.MaxQueueSize = 20_000;
            });
        }));
        Logger = loggers.CreateLogger($"{service}.Orders");
    }

    /// <summary>The name of the source and of the meter.</summary>
    public string Name { get; }

    public ActivitySource Source { get; }

    public Meter Meter { get; }

    public ILogger Logger { get; }

    public void Dispose()
    {
        loggers.Dispose();
        traces.Dispose();
        metrics.Dispose();
        Source.Dispose();
        Meter.Dispose();
    }
}
