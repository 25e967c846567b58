using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AppHost.Restarts;

/// <summary>
/// Watches the instances of all resources that ask for it, and starts again what has ended by itself. The host stops this
/// service before it stops the resources, so that their ends are not taken for accidents.
/// </summary>
internal sealed class Restarter(ResourceNotificationService notifications, ResourceCommandService commands, ILogger<Restarter> logger)
    : BackgroundService
{
    private readonly Dictionary<string, InstanceHistory> histories = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var restarts = new List<Task>();
        try
        {
            await foreach (var change in notifications.WatchAsync(stoppingToken))
            {
                if (change.Resource.HasAnnotationOfType<RestartAnnotation>() && Follow(change) is { } pause)
                {
                    restarts.RemoveAll(static restart => restart.IsCompletedSuccessfully);
                    restarts.Add(RestartAsync(change, pause, stoppingToken));
                }
            }
        }
        finally
        {
            await Task.WhenAll(restarts);
        }
    }

    private TimeSpan? Follow(ResourceEvent change)
    {
        if (!histories.TryGetValue(change.ResourceId, out var history))
        {
            histories[change.ResourceId] = history = new InstanceHistory(TimeProvider.System);
        }

        return history.Follow(change.Snapshot.State?.Text);
    }

    private async Task RestartAsync(ResourceEvent ended, TimeSpan pause, CancellationToken cancellationToken)
    {
        var id = ended.ResourceId;
        RestartLog.Ended(logger, id, Describe(ended.Snapshot), pause.TotalSeconds);
        await Task.Delay(pause, TimeProvider.System, cancellationToken);

        // Somebody may have started it meanwhile.
        if (!notifications.TryGetCurrentState(id, out var now) || now.Snapshot.State?.Text != ended.Snapshot.State?.Text)
        {
            return;
        }

        var result = await commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, cancellationToken);
        if (!result.Success)
        {
            RestartLog.StaysDown(logger, id);
        }
    }

    private static string Describe(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.FailedToStart
        ? "could not be started again"
        : $"has ended by itself with exit code {snapshot.ExitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}";
}
