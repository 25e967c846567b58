using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Health;

/// <summary>The state of each part as a metric, so that an alert can name what is missing.</summary>
internal sealed class HealthFigures : IHealthCheckPublisher
{
    private volatile HealthReport? latest;

    public HealthFigures(IMeterFactory meters) => meters.Create(TelemetryExtensions.Meter).CreateObservableGauge(
        "vision.health.status", Measure, "{status}", "The state of each health check: 1 healthy, 0.5 degraded, 0 unhealthy.");

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        latest = report;
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<double>> Measure() => latest is not { } report ? []
        : report.Entries.Select(static check => new Measurement<double>(
            ValueOf(check.Value.Status), new KeyValuePair<string, object?>("check", check.Key)));

    private static double ValueOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => 1,
        HealthStatus.Degraded => 0.5,
        _ => 0,
    };
}
