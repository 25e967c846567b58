using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using ServiceDefaults.Health;

namespace ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>The name that the engine gives its meter and its activity source.</summary>
    private const string EngineSource = "Vision";

    /// <summary>The standard variable for the longest time of one export, in milliseconds.</summary>
    private const string ExportTimeout = "OTEL_EXPORTER_OTLP_TIMEOUT";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddMeter(EngineSource, builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter())
            .WithTracing(tracing => tracing
                .AddSource(EngineSource, builder.Environment.ApplicationName)
                .AddAspNetCoreInstrumentation(options => options.Filter = IsNotNoise)
                .AddHttpClientInstrumentation());

        // The exporter reads the endpoint, protocol and headers from the standard variables, which the AppHost sets.
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // On a developer's machine the receiver is local or not there at all; a stop should not wait for it thrice ten seconds.
            if (builder.Environment.IsDevelopment())
            {
                builder.Configuration[ExportTimeout] ??= "500";
            }

            telemetry.UseOtlpExporter();
        }
    }

    // Probes and scrapes come every few seconds and would bury the requests of people.
    private static bool IsNotNoise(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(HealthEndpoints.Prefix, StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}
