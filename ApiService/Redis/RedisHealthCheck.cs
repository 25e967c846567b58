using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApiService.Redis;

/// <summary>
/// Tells whether Redis answers. The product works without it, so a replica that lost it stays in rotation and says what is
/// missing. It asks by the gate, which gives up in time; the check of the client library waits for seconds.
/// </summary>
internal sealed class RedisHealthCheck(RedisGate redis) : IHealthCheck
{
    /// <summary>The name of this check.</summary>
    public const string Name = "redis";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await redis.RunAsync(static database => database.PingAsync(), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (RedisAwayException)
        {
            return HealthCheckResult.Degraded("Redis does not answer: caches, quotas, jobs and uploads of this process are its own meanwhile.");
        }
    }
}
