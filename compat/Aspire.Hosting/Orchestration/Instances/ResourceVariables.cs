using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>Replaces every late value of a process by its text.</summary>
internal sealed class ResourceVariables(DistributedApplicationExecutionContext executionContext)
{
    /// <summary>The environment of one instance.</summary>
    public async Task<Dictionary<string, string>> EnvironmentAsync(
        IResource resource, ReplicaContext replica, ILogger logger, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in await ResourceCallbacks.EnvironmentAsync(resource, executionContext, logger, cancellationToken))
        {
            variables[name] = await ResolveAsync(value, resource, replica, cancellationToken);
        }

        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
        {
            if (endpoint.TargetPortEnvironmentVariable is { } name)
            {
                variables[name] = replica.TargetPorts[endpoint.Name].ToString(CultureInfo.InvariantCulture);
            }
        }

        return variables;
    }

    /// <summary>The arguments of one instance, in the order in which they were added.</summary>
    public async Task<List<string>> ArgumentsAsync(
        IResource resource, ReplicaContext replica, ILogger logger, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        foreach (var value in await ResourceCallbacks.ArgumentsAsync(resource, executionContext, logger, cancellationToken))
        {
            arguments.Add(await ResolveAsync(value, resource, replica, cancellationToken));
        }

        return arguments;
    }

    public ValueProviderContext ContextFor(IResource resource, ReplicaContext replica) =>
        new() { ExecutionContext = executionContext, Caller = resource, Replica = replica };

    private async Task<string> ResolveAsync(object value, IResource resource, ReplicaContext replica, CancellationToken cancellationToken) =>
        value switch
        {
            string text => text,
            IValueProvider provider => await provider.GetValueAsync(ContextFor(resource, replica), cancellationToken) ?? string.Empty,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        };
}
