using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Asks an endpoint, at its public address, and compares the status; the body does not matter.</summary>
internal sealed class EndpointHealthCheck(HttpClient client, EndpointReference endpoint, string path, int expectedStatus) : IHealthCheck
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var address = await endpoint.GetValueAsync(cancellationToken);
        var uri = new Uri(new Uri(address!), path);
        try
        {
            using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode == expectedStatus
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    $"{uri} answers {(int)response.StatusCode} instead of {expectedStatus}.");
        }
        catch (HttpRequestException exception)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"{uri} does not answer: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"{uri} did not answer within {Timeout.TotalSeconds:0} s.", exception);
        }
    }
}
