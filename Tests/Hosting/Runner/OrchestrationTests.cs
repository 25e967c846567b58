using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Small models of real shell processes, run by the real orchestrator.</summary>
public sealed class OrchestrationTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

    [Fact]
    public async Task Start_of_a_process_that_ends_is_finished_with_its_code()
    {
        application.Add("job", "exit 4");
        await application.StartAsync();
        var ended = await application.Notifications.WaitForResourceAsync("job", static change => change.Snapshot.ExitCode is not null, application.Patience);
        Assert.Equal((KnownResourceStates.Finished, 4), (ended.Snapshot.State!.Text, ended.Snapshot.ExitCode));
        Assert.Null(ended.Snapshot.HealthStatus);
    }

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
    public async Task Start_with_a_variable_of_an_endpoint_tells_the_process_its_port()
    {
        application.Builder.AddExecutable("server", "/bin/sh", "/", "-c", $"echo \"port $PORT\"; {ScriptedApplication.Forever}").WithHttpEndpoint(env: "PORT");
        await application.StartAsync();
        Assert.Matches("^port [0-9]{5}$", (await application.ReadLinesAsync("server", 1))[0]);
    }

    [Fact]
    public async Task Start_of_several_replicas_gives_each_a_name_and_a_port()
    {
        application.Add("server", $"echo $PORT; {ScriptedApplication.Forever}")
            .WithAnnotation(new ReplicaAnnotation(2)).WithHttpEndpoint(env: "PORT");
        await application.StartAsync();
        Assert.Equal(2, (await application.ReadLinesAsync("server", 2)).Distinct(StringComparer.Ordinal).Count());
        var running = new HashSet<string>(StringComparer.Ordinal);
        await application.Notifications.WaitForResourceAsync("server", change => running.Add(change.ResourceId) && running.Count == 2, application.Patience);
        Assert.All(running, static id => Assert.Matches("^server-[a-z]{8}$", id));
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
    public async Task Start_of_a_container_says_what_to_do()
    {
        application.Builder.AddResource(new ContainerResource("database"));
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("database", KnownResourceStates.FailedToStart, application.Patience);
    }

    [Fact]
    public async Task Start_without_the_local_server_says_once_how_to_get_it()
    {
        application.Builder.AddResource(new ContainerResource("cache")).WithAnnotation(new LocalProcessAnnotation
        {
            ExecutableNames = ["no-such-server"],
            Arguments = [],
            StandardInput = static (_, _) => ValueTask.FromResult(string.Empty),
            MissingExecutableMessage = "no-such-server is missing: apt-get install it",
        });
        application.Add("service", ScriptedApplication.Forever);
        await application.StartAsync();
        await application.Notifications.WaitForResourceAsync("cache", KnownResourceStates.FailedToStart, application.Patience);
        await application.Notifications.WaitForResourceAsync("service", KnownResourceStates.Running, application.Patience);
        Assert.Equal(["no-such-server is missing: apt-get install it"], await application.ReadLinesAsync("cache", 1));
    }

    [Fact]
    public async Task Start_on_a_port_in_use_names_the_resource_and_the_port()
    {
        await using var other = new EchoServer("a");
        application.Add("server", ScriptedApplication.Forever).WithHttpEndpoint(port: other.Port);
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(application.StartAsync);
        Assert.Contains("'server'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(other.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
