using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private const int HealthyStatus = 200;

    /// <summary>Tells the health of a resource by a registration of the builder's health checks.</summary>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource =>
        builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(existing => string.Equals(existing.Key, key, StringComparison.Ordinal))
            ? throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' already has a health check with key '{key}'.")
            : builder.WithAnnotation(new HealthCheckAnnotation(key));

    /// <param name="endpointName">Null: <c>https</c> if the resource has it, else <c>http</c>.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        string? path = null,
        int? statusCode = null,
        string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.WithHttpHealthCheck(() => HttpEndpoint(builder.Resource, endpointName), path, statusCode);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder,
        Func<EndpointReference>? endpointSelector,
        string? path = null,
        int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        var endpoint = endpointSelector?.Invoke() ?? HttpEndpoint(builder.Resource, endpointName: null);
        if (!endpoint.IsHttp && !endpoint.IsHttps)
        {
            throw new DistributedApplicationException(
                $"Could not create HTTP health check for resource '{builder.Resource.Name}' as the endpoint with name '{endpoint.EndpointName}' and scheme '{endpoint.Scheme}' is not an HTTP endpoint.");
        }

        var checkedPath = path ?? "/";
        var status = statusCode ?? HealthyStatus;
        var key = $"{builder.Resource.Name}_{endpoint.EndpointName}_{checkedPath}_{status}_check";
        builder.WithHealthCheck(key);

        // No log lines of the client: a check that runs for ever would drown everything else.
        builder.ApplicationBuilder.Services.AddHttpClient(key, static client => client.Timeout = EndpointHealthCheck.Timeout).RemoveAllLoggers();
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key,
            services => new EndpointHealthCheck(services.GetRequiredService<IHttpClientFactory>().CreateClient(key), endpoint, checkedPath, status),
            failureStatus: null,
            tags: null));
        return builder;
    }

    /// <summary>
    /// Describes a probe for an orchestrator, and registers an HTTP health check for the same endpoint and path. Therefore two probes with
    /// one path, or a probe and a health check with one path, collide.
    /// </summary>
    [Experimental("ASPIREPROBES001")]
    public static IResourceBuilder<T> WithHttpProbe<T>(
        this IResourceBuilder<T> builder,
        ProbeType type,
        string? path = null,
        int? initialDelaySeconds = null,
        int? periodSeconds = null,
        int? timeoutSeconds = null,
        int? failureThreshold = null,
        int? successThreshold = null,
        string? endpointName = null)
        where T : IResourceWithEndpoints, IResourceWithProbes
    {
        var endpoint = HttpEndpoint(builder.Resource, endpointName);
        foreach (var existing in builder.Resource.Annotations.OfType<EndpointProbeAnnotation>().Where(probe => probe.Type == type).ToArray())
        {
            builder.Resource.Annotations.Remove(existing);
        }

        return builder
            .WithAnnotation(new EndpointProbeAnnotation
            {
                Type = type,
                EndpointReference = endpoint,
                Path = path ?? "/",
                InitialDelaySeconds = initialDelaySeconds ?? 5,
                PeriodSeconds = periodSeconds ?? 5,
                TimeoutSeconds = timeoutSeconds ?? 1,
                FailureThreshold = failureThreshold ?? 3,
                SuccessThreshold = successThreshold ?? 1,
            })
            .WithHttpHealthCheck(() => endpoint, path);
    }

    private static EndpointReference HttpEndpoint(IResourceWithEndpoints resource, string? endpointName)
    {
        var candidates = endpointName is null ? ["https", "http"] : new[] { endpointName };
        return candidates.Select(resource.GetEndpoint).FirstOrDefault(static endpoint => endpoint.Exists)
            ?? throw new DistributedApplicationException(
                $"Could not create HTTP health check for resource '{resource.Name}' as it has no endpoint named {string.Join(" or ", candidates.Select(static name => $"'{name}'"))}.");
    }
}
