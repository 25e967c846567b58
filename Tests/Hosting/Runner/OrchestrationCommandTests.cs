using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Starting, stopping and restarting resources, one by one and all together.</summary>
public sealed class OrchestrationCommandTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

    [Fact]
    public async Task Restart_gives_the_instance_a_new_process()
    {
        application.Add("server", $"echo $$; {ScriptedApplication.Forever}");
        await application.StartAsync();
        var first = await application.Notifications.WaitForResourceAsync(
            "server", static change => change.Snapshot.StartTimeStamp is not null, application.Patience);
        await ExecuteAsync("server", KnownResourceCommands.RestartCommand);
        var second = await application.Notifications.WaitForResourceAsync(
            "server", change => change.Snapshot.StartTimeStamp > first.Snapshot.StartTimeStamp, application.Patience);
        Assert.Equal(first.ResourceId, second.ResourceId);
    }

    [Fact]
    public async Task Stop_ends_the_process_and_start_begins_it_again()
    {
        application.Add("server", ScriptedApplication.Forever);
        await application.StartAsync();
        await application.Notifications.WaitForResourceHealthyAsync("server", application.Patience);
        await ExecuteAsync("server", KnownResourceCommands.StopCommand);
        Assert.True(application.Notifications.TryGetCurrentState("server", out var stopped));
        Assert.Equal(KnownResourceStates.Finished, stopped.Snapshot.State!.Text);
        await ExecuteAsync("server", KnownResourceCommands.StartCommand);
        await application.Notifications.WaitForResourceHealthyAsync("server", application.Patience);
    }

    [Fact]
    public async Task Start_of_a_resource_with_explicit_start_begins_when_told_to()
    {
        application.Add("tool", ScriptedApplication.Forever).WithExplicitStart();
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("tool", KnownResourceStates.NotStarted, application.Patience);
        await ExecuteAsync("tool", KnownResourceCommands.StartCommand);
        await application.Notifications.WaitForResourceAsync("tool", KnownResourceStates.Running, application.Patience);
    }

    [Fact]
    public async Task Start_of_a_waiting_resource_skips_the_wait()
    {
        application.Builder.Services.AddHealthChecks().AddCheck("never", static () => HealthCheckResult.Unhealthy());
        var dependency = application.Add("dependency", ScriptedApplication.Forever).WithHealthCheck("never");
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(dependency);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Waiting, application.Patience);
        await ExecuteAsync("dependent", KnownResourceCommands.StartCommand);
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Running, application.Patience);
    }

    [Fact]
    public async Task Execute_by_the_name_of_several_replicas_asks_for_one_of_them()
    {
        var server = application.Add("server", ScriptedApplication.Forever).WithAnnotation(new ReplicaAnnotation(2));
        await application.StartAsync();
        Assert.False((await application.ExecuteAsync("server", KnownResourceCommands.StopCommand)).Success);
        Assert.True((await application.ExecuteAsync(server.Resource, KnownResourceCommands.StopCommand)).Success);
    }

    [Theory]
    [InlineData("nobody", "start")]
    [InlineData("server", "sing")]
    public async Task Execute_what_does_not_exist_says_so(string resource, string command)
    {
        application.Add("server", ScriptedApplication.Forever);
        await application.StartAsync();
        var result = await application.ExecuteAsync(resource, command);
        Assert.False(result.Success);
        Assert.Contains(resource, result.ErrorMessage, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task ExecuteAsync(string resource, string command)
    {
        var result = await application.ExecuteAsync(resource, command);
        Assert.True(result.Success, result.ErrorMessage);
    }
}
