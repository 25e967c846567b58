using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>What passes when resources end: one by one, by themselves, and with the application.</summary>
public sealed class StopTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

    [Fact]
    public async Task Stop_passes_through_Stopping_also_while_the_resource_waits()
    {
        application.Builder.Services.AddHealthChecks().AddCheck("never", static () => HealthCheckResult.Unhealthy());
        var dependency = application.Add("dependency", ScriptedApplication.Forever).WithHealthCheck("never");
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(dependency);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Waiting, application.Patience);
        var stopping = application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Stopping, application.Patience);
        await application.ExecuteAsync("dependent", KnownResourceCommands.StopCommand);
        await stopping;
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Finished, application.Patience);
    }

    [Fact]
    public async Task Start_after_the_application_has_stopped_is_refused()
    {
        application.Add("server", ScriptedApplication.Forever);
        await application.StartAsync();
        await application.StopAsync();
        var result = await application.ExecuteAsync("server", KnownResourceCommands.StartCommand);
        Assert.False(result.Success);
        Assert.Contains("is being stopped", result.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_by_a_handler_of_the_stopped_event_begins_another_life()
    {
        var server = application.Add("server", "exit 3");
        var stops = 0;
        application.Builder.Eventing.Subscribe<ResourceStoppedEvent>(server.Resource, async (stopped, _) =>
        {
            if (Interlocked.Increment(ref stops) == 1)
            {
                await application.ExecuteAsync(stopped.ResourceEvent.ResourceId, KnownResourceCommands.StartCommand);
            }
        });
        await application.StartAsync();
        await Eventually.IsTrueAsync(() => Volatile.Read(ref stops) == 2);
    }

    [Fact]
    public async Task Stop_of_the_application_ends_callers_before_the_services_that_they_call()
    {
        var order = new List<string>();
        foreach (var name in new[] { "first", "second", "third" })
        {
            application.Add(name, ScriptedApplication.Forever);
        }

        application.Builder.Eventing.Subscribe<ResourceStoppedEvent>((stopped, _) =>
        {
            order.Add(stopped.Resource.Name);
            return Task.CompletedTask;
        });
        await application.StartAsync();
        foreach (var name in new[] { "first", "second", "third" })
        {
            await application.Notifications.WaitForResourceHealthyAsync(name, application.Patience);
        }

        await application.StopAsync();
        Assert.Equal(["third", "second", "first"], order);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
