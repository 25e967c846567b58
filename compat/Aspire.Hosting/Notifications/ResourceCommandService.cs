using Aspire.Hosting.Orchestration.Instances;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The commands that every process has: <c>start</c>, <c>stop</c> and <c>restart</c>.</summary>
public class ResourceCommandService
{
    private readonly InstanceRegistry instances;

    internal ResourceCommandService(InstanceRegistry instances) => this.instances = instances;

    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource.Name, commandName, cancellationToken);

    /// <param name="resourceId">An instance, or a resource, which means all of its instances.</param>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var meant = instances.Find(resourceId);
        if (meant.Count == 0)
        {
            return new ExecuteCommandResult { Success = false, ErrorMessage = $"Resource '{resourceId}' has no process." };
        }

        Func<ResourceInstance, Task>? run = commandName switch
        {
            KnownResourceCommands.StartCommand => static instance => instance.StartAsync(),
            KnownResourceCommands.StopCommand => instance => instance.StopAsync(cancellationToken),
            KnownResourceCommands.RestartCommand => instance => instance.RestartAsync(cancellationToken),
            _ => null,
        };
        if (run is null)
        {
            return new ExecuteCommandResult { Success = false, ErrorMessage = $"Resource '{resourceId}' has no command '{commandName}'." };
        }

        await Task.WhenAll(meant.Select(run));
        return new ExecuteCommandResult { Success = true };
    }
}
