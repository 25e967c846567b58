using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ServiceDefaults.Http;

/// <summary>Service discovery for every client, and a retry for what may safely be sent twice.</summary>
internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(http =>
        {
            // The traces and figures tell of each call; its lines of log would say the same again, and nobody has them switched on.
            http.RemoveAllLoggers();
            http.AddResilienceHandler("safe-methods", ConfigureRetry);
            http.AddServiceDiscovery();
        });
    }

    // The standard handler is not used: it retries a POST unless told otherwise, cuts it off after ten seconds, and its
    // circuit breaker would take the 503 of a full queue for a broken service. A request's deadline bounds its whole time.
    private static void ConfigureRetry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
    {
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };
        retry.DisableForUnsafeHttpMethods();
        pipeline.AddRetry(retry);
    }
}
