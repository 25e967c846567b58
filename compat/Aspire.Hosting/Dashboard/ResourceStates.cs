using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Dashboard;

/// <summary>What a state looks like, and what can be done in it.</summary>
internal static class ResourceStates
{
    private const string Enabled = "Enabled";
    private const string Disabled = "Disabled";
    private const string Hidden = "Hidden";

    public static string? StyleOf(CustomResourceSnapshot snapshot) => snapshot.State?.Text switch
    {
        "FailedToStart" => "error",
        "Running" when snapshot.HealthStatus == HealthStatus.Healthy => "success",
        "Running" => "warning",
        "Finished" or "Exited" when snapshot.ExitCode is not (null or 0) => "error",
        "Starting" or "Waiting" or "Stopping" => "info",
        _ => null,
    };

    public static IReadOnlyList<ResourceCommand> CommandsOf(CustomResourceSnapshot snapshot)
    {
        var isRunning = snapshot.State?.Text == KnownResourceStates.Running;
        var canStart = snapshot.IsTerminal || snapshot.State?.Text is "NotStarted" or "Waiting";
        return
        [
            new(KnownResourceCommands.StartCommand, "Start", canStart ? Enabled : Hidden),
            new(KnownResourceCommands.StopCommand, "Stop", isRunning ? Enabled : Hidden),
            new(KnownResourceCommands.RestartCommand, "Restart", isRunning ? Enabled : Disabled),
        ];
    }
}
