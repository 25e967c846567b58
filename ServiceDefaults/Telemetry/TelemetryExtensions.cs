using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>The name of the meter for what every service tells of itself.</summary>
    public const string Meter = "ServiceDefaults";

    /// <summary>The name that the engine gives its meter and its activity source.</summary>
    private const string EngineSource = "Vision";

    /// <summary>The standard variable that switches all of it off.</summary>
    private const string Disabled = "OTEL_SDK_DISABLED";

    /// <summary>The standard variable for the longest time of one export, in milliseconds.</summary>
    private const string ExportTimeout = "OTEL_EXPORTER_OTLP_TIMEOUT";

    /// <summary>Beyond so many series of one instrument further ones are counted as one. Room for all of them is taken at the start.</summary>
    private static readonly MetricStreamConfiguration FewSeries = new() { CardinalityLimit = 500 };

    /// <summary>Bounds in seconds that resolve 0.5 ms to 30 s.</summary>
    private static readonly ExplicitBucketHistogramConfiguration RequestBuckets = new()
    {
        Boundaries = [0.0005, 0.001, 0.0025, 0.005, 0.0075, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10, 30],
    };

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStartupFilter, TraceIdHeader>();

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter(EngineSource, Meter, builder.Environment.ApplicationName)
                .AddView(StreamOf)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());

        // The exporter reads the endpoint, protocol and headers from the standard variables, which the AppHost sets.
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Export(telemetry);
        }
    }

    /// <summary>Spans and records of logs are made only for a receiver: without one, the trace ids that requests have anyway are all that is used.</summary>
    private static void Export(this IHostApplicationBuilder builder, IOpenTelemetryBuilder telemetry)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        telemetry.WithTracing(tracing => tracing
            .AddSource(EngineSource, builder.Environment.ApplicationName)
            .AddAspNetCoreInstrumentation(SpanFilters.Configure)
            .AddHttpClientInstrumentation(SpanFilters.Configure));

        // On a developer's machine the receiver is local or not there at all; a stop should not wait for it thrice ten seconds,
        // and what is told under load should not be lost.
        if (builder.Environment.IsDevelopment())
        {
            builder.Configuration[ExportTimeout] ??= "2000";
        }

        telemetry.UseOtlpExporter();
    }

    private static MetricStreamConfiguration StreamOf(Instrument instrument) => instrument.Name switch
    {
        "http.server.request.duration" or "http.client.request.duration" => RequestBuckets,
        _ when CostlyFigures.AreAmong(instrument) => MetricStreamConfiguration.Drop,
        _ => FewSeries,
    };

    /// <summary>The page of metrics, unless there are none.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>(Disabled))
        {
            app.MapPrometheusScrapingEndpoint();
        }
    }
}
