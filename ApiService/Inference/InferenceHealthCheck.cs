using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ApiService.Inference;

/// <summary>
/// Tells whether the inference service is ready. Without it this service is degraded and not unready: it still answers what
/// needs no engine, and taking every replica out of rotation would turn a clear error into a silent one.
/// </summary>
internal sealed class InferenceHealthCheck(HttpClient client) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
            using var response = await client.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("The inference service is not ready.");
        }
        catch (Exception exception) when (
            exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The inference service cannot be reached.");
        }
    }
}
