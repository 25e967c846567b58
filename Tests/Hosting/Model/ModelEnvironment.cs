using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Tests.Hosting.Model;

/// <summary>What the runner does between the model and a process: allocates endpoints and evaluates environment callbacks.</summary>
internal static class ModelEnvironment
{
    public static DistributedApplicationBuilder CreateBuilder(params string[] args) => new(args);

    public static void Allocate(IResource resource, int port)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "localhost", port++);
        }
    }

    public static async Task<Dictionary<string, string?>> ResolveAsync(
        IDistributedApplicationBuilder builder,
        IResource resource,
        CancellationToken cancellationToken,
        ReplicaContext? replica = null)
    {
        var environment = new EnvironmentCallbackContext(builder.ExecutionContext, resource, cancellationToken: cancellationToken);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(environment);
        }

        var context = new ValueProviderContext { ExecutionContext = builder.ExecutionContext, Caller = resource, Replica = replica };
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in environment.EnvironmentVariables)
        {
            values[name] = value is IValueProvider provider
                ? await provider.GetValueAsync(context, cancellationToken)
                : Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        return values;
    }
}
