using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Vision.Admission;

/// <summary>Not healthy while the engine's queue is full: another replica should get the next image.</summary>
internal sealed class QueueHealthCheck(AdmissionQueue queue) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(queue.WaitingCount < queue.Capacity
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{queue.Capacity} images wait, which is as many as may."));
}
