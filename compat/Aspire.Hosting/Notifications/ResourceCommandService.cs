using Aspire.Hosting.Orchestration.Instances;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands that every process has: <c>start</c>, <c>stop</c> and <c>restart</c>.</summary>
public class ResourceCommandService
{
    private readonly InstanceRegistry instances;

    internal ResourceCommandService(InstanceRegistry instances) => this.instances = instances;

    /// <summary>Runs the command for every instance of the resource.</summary>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteAsync(instances.Find(resource.Name), resource.Name, commandName, cancellationToken);

    /// <param name="resourceId">An instance, or a resource that has only one.</param>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var meant = instances.Find(resourceId);
        return meant.Count > 1
            ? Task.FromResult(Failure($"Resource '{resourceId}' has {meant.Count} instances; name one of them."))
            : ExecuteAsync(meant, resourceId, commandName, cancellationToken);
    }

    private static async Task<ExecuteCommandResult> ExecuteAsync(
        IReadOnlyList<ResourceInstance> meant, string name, string commandName, CancellationToken cancellationToken)
    {
        if (meant.Count == 0)
        {
            return Failure($"Resource '{name}' has no process.");
        }

        Func<ResourceInstance, Task<bool>>? run = commandName switch
        {
            KnownResourceCommands.StartCommand => static instance => instance.StartAsync(),
            KnownResourceCommands.StopCommand => instance => StopAsync(instance, cancellationToken),
            KnownResourceCommands.RestartCommand => instance => instance.RestartAsync(cancellationToken),
            _ => null,
        };
        if (run is null)
        {
            return Failure($"Resource '{name}' has no command '{commandName}'.");
        }

        var done = await Task.WhenAll(meant.Select(run));
        return Array.TrueForAll(done, static isDone => isDone)
            ? new ExecuteCommandResult { Success = true }
            : Failure($"Resource '{name}' is not started, because the application is being stopped.");
    }

    private static async Task<bool> StopAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        await instance.StopAsync(cancellationToken);
        return true;
    }

    private static ExecuteCommandResult Failure(string message) => new() { Success = false, ErrorMessage = message };
}
