using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Vision.Models;

/// <summary>Healthy once every model is loaded and has run once.</summary>
internal sealed class ModelsHealthCheck(ModelRepository repository) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!repository.IsLoaded)
        {
            return HealthCheckResult.Unhealthy("The models are being loaded.");
        }

        var models = await repository.ListAsync(cancellationToken);
        if (models.Count == 0)
        {
            return HealthCheckResult.Unhealthy("No model is loaded.");
        }

        return repository.Failures.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{repository.Failures.Count} model versions could not be loaded; see the log.");
    }
}
