using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>Runs the callbacks that describe a process and replaces every late value by its text.</summary>
internal sealed class ResourceVariables(DistributedApplicationExecutionContext executionContext)
{
    /// <summary>The environment of one instance; callbacks run in the order of their registration, later ones win.</summary>
    public async Task<Dictionary<string, string>> EnvironmentAsync(
        IResource resource, ReplicaContext replica, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in context.EnvironmentVariables)
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
        var values = new List<object>();
        var context = new CommandLineArgsCallbackContext(values, resource, cancellationToken) { ExecutionContext = executionContext, Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        var arguments = new List<string>();
        foreach (var value in values)
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
