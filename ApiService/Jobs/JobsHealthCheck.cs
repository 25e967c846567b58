using ApiService.Jobs.InMemory;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApiService.Jobs;

/// <summary>Says when jobs end with this process: always without Redis, and those that were accepted while it was away.</summary>
internal sealed class JobsHealthCheck(JobStores jobs, MemoryJobStore memory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (jobs.SurviveTheProcess, (await memory.CountAsync(cancellationToken)).Open.Count) switch
        {
            (false, _) => HealthCheckResult.Healthy("No Redis is configured: jobs live in the memory of this process and end with it."),
            (true, > 0) => HealthCheckResult.Degraded("Some jobs live in the memory of this process, because Redis was away when they came."),
            _ => HealthCheckResult.Healthy("Jobs are kept in Redis and survive the end of this process."),
        };
}
