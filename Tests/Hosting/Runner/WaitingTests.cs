using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Resources that wait for others.</summary>
public sealed class WaitingTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

    [Fact]
    public async Task WaitFor_holds_a_resource_back_until_its_dependency_is_healthy()
    {
        var isHealthy = false;
        application.Builder.Services.AddHealthChecks().AddCheck("gate", () => isHealthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        var dependency = application.Add("dependency", ScriptedApplication.Forever).WithHealthCheck("gate");
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(dependency);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Waiting, application.Patience);
        await application.Notifications.WaitForResourceAsync(
            "dependency", static change => change.Snapshot.HealthReports is [{ Status: HealthStatus.Unhealthy }], application.Patience);
        isHealthy = true;
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Running, application.Patience);
    }

    [Fact]
    public async Task WaitFor_a_dependency_that_fails_does_not_start()
    {
        var dependency = application.Add("dependency", "exit 1").WithHealthCheck("never");
        application.Builder.Services.AddHealthChecks().AddCheck("never", static () => HealthCheckResult.Unhealthy());
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(dependency);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.FailedToStart, application.Patience);
        await Assert.ThrowsAsync<DistributedApplicationException>(() => application.Notifications.WaitForResourceHealthyAsync("dependent", application.Patience));
        await Assert.ThrowsAsync<DistributedApplicationException>(() => application.Notifications.WaitForResourceHealthyAsync("nobody", application.Patience));
    }

    [Theory]
    [InlineData(0, "Running")]
    [InlineData(5, "FailedToStart")]
    public async Task WaitForCompletion_looks_at_the_exit_code(int code, string expected)
    {
        var job = application.Add("job", $"exit {code}");
        application.Add("dependent", ScriptedApplication.Forever).WaitForCompletion(job);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", expected, application.Patience);
    }

    [Fact]
    public async Task Ready_handler_that_fails_holds_back_who_waits_and_lets_the_application_stop()
    {
        var dependency = application.Add("dependency", ScriptedApplication.Forever);
        application.Builder.Eventing.Subscribe<ResourceReadyEvent>(dependency.Resource, static (_, _) => throw new InvalidOperationException("no seed"));
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(dependency);
        await application.StartAsync();
        Assert.Contains("no seed", (await application.ReadLinesAsync("dependency", 1))[0], StringComparison.Ordinal);
        Assert.True(application.Notifications.TryGetCurrentState("dependent", out var dependent));
        Assert.Equal(KnownResourceStates.Waiting, dependent.Snapshot.State!.Text);
        await application.StopAsync();
        Assert.True(application.Notifications.TryGetCurrentState("dependency", out var stopped));
        Assert.Equal(KnownResourceStates.Finished, stopped.Snapshot.State!.Text);
    }

    [Fact]
    public async Task WaitFor_two_dependencies_fails_with_the_first_that_fails()
    {
        application.Builder.Services.AddHealthChecks().AddCheck("never", static () => HealthCheckResult.Unhealthy());
        var slow = application.Add("slow", ScriptedApplication.Forever).WithHealthCheck("never");
        var broken = application.Add("broken", "exit 1").WithHealthCheck("never");
        application.Add("dependent", ScriptedApplication.Forever).WaitFor(slow).WaitFor(broken);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("dependent", KnownResourceStates.FailedToStart, application.Patience);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
