using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Small models of real shell processes, run by the real orchestrator.</summary>
public sealed class OrchestrationTests : IAsyncDisposable
{
    private const string Forever = "while :; do sleep 0.05; done";

    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
    private readonly IDistributedApplicationBuilder builder;
    private DistributedApplication? application;

    public OrchestrationTests()
    {
        builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true, EnableResourceLogging = true });
        builder.Services.AddLogging(static logging => logging.ClearProviders());
    }

    [Fact]
    public async Task Start_of_a_process_that_ends_is_finished_with_its_code()
    {
        AddScript("job", "exit 4");
        await StartAsync();
        var ended = await Notifications.WaitForResourceAsync("job", static change => change.Snapshot.ExitCode is not null, patience.Token);
        Assert.Equal((KnownResourceStates.Finished, 4), (ended.Snapshot.State!.Text, ended.Snapshot.ExitCode));
        Assert.Null(ended.Snapshot.HealthStatus);
    }

    [Fact]
    public async Task WaitFor_holds_a_resource_back_until_its_dependency_is_healthy()
    {
        var isHealthy = false;
        builder.Services.AddHealthChecks().AddCheck("gate", () => isHealthy ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        var dependency = AddScript("dependency", Forever).WithHealthCheck("gate");
        AddScript("dependent", Forever).WaitFor(dependency);
        await StartAsync();
        await Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Waiting, patience.Token);
        await Notifications.WaitForResourceAsync(
            "dependency", static change => change.Snapshot.HealthReports is [{ Status: HealthStatus.Unhealthy }], patience.Token);
        isHealthy = true;
        await Notifications.WaitForResourceAsync("dependent", KnownResourceStates.Running, patience.Token);
    }

    [Fact]
    public async Task WaitFor_a_dependency_that_fails_does_not_start()
    {
        var dependency = AddScript("dependency", "exit 1").WithHealthCheck("never");
        builder.Services.AddHealthChecks().AddCheck("never", static () => HealthCheckResult.Unhealthy());
        AddScript("dependent", Forever).WaitFor(dependency);
        await StartAsync();
        await Notifications.WaitForResourceAsync("dependent", KnownResourceStates.FailedToStart, patience.Token);
        await Assert.ThrowsAsync<DistributedApplicationException>(() => Notifications.WaitForResourceHealthyAsync("dependent", patience.Token));
        await Assert.ThrowsAsync<DistributedApplicationException>(() => Notifications.WaitForResourceHealthyAsync("nobody", patience.Token));
    }

    [Theory]
    [InlineData(0, "Running")]
    [InlineData(5, "FailedToStart")]
    public async Task WaitForCompletion_looks_at_the_exit_code(int code, string expected)
    {
        var job = AddScript("job", $"exit {code}");
        AddScript("dependent", Forever).WaitForCompletion(job);
        await StartAsync();
        await Notifications.WaitForResourceAsync("dependent", expected, patience.Token);
    }

    [Fact]
    public async Task Start_with_a_variable_of_an_endpoint_tells_the_process_its_port()
    {
        builder.AddExecutable("server", "/bin/sh", "/", "-c", $"echo \"port $PORT\"; {Forever}").WithHttpEndpoint(env: "PORT");
        await StartAsync();
        await foreach (var batch in application!.Services.GetRequiredService<ResourceLoggerService>().WatchAsync("server").WithCancellation(patience.Token))
        {
            Assert.Matches("^port [0-9]{5}$", batch[0].Content);
            break;
        }
    }

    [Fact]
    public async Task Restart_gives_the_instance_a_new_process()
    {
        AddScript("server", $"echo $$; {Forever}");
        await StartAsync();
        var first = await Notifications.WaitForResourceAsync("server", static change => change.Snapshot.StartTimeStamp is not null, patience.Token);
        var result = await application!.ResourceCommands.ExecuteCommandAsync("server", KnownResourceCommands.RestartCommand, patience.Token);
        Assert.True(result.Success, result.ErrorMessage);
        var second = await Notifications.WaitForResourceAsync(
            "server", change => change.Snapshot.StartTimeStamp > first.Snapshot.StartTimeStamp, patience.Token);
        Assert.Equal(first.ResourceId, second.ResourceId);
    }

    [Fact]
    public async Task Start_of_a_container_says_what_to_do()
    {
        builder.AddResource(new ContainerResource("database"));
        await StartAsync();
        await Notifications.WaitForResourceAsync("database", KnownResourceStates.FailedToStart, patience.Token);
    }

    [Fact]
    public async Task Start_without_the_local_server_says_once_how_to_get_it()
    {
        builder.AddResource(new ContainerResource("cache")).WithAnnotation(new LocalProcessAnnotation
        {
            ExecutableNames = ["no-such-server"],
            Arguments = [],
            StandardInput = static (_, _) => ValueTask.FromResult(string.Empty),
            MissingExecutableMessage = "no-such-server is missing: apt-get install it",
        });
        AddScript("service", Forever);
        await StartAsync();
        await Notifications.WaitForResourceAsync("cache", KnownResourceStates.FailedToStart, patience.Token);
        await Notifications.WaitForResourceAsync("service", KnownResourceStates.Running, patience.Token);
        await foreach (var batch in application!.Services.GetRequiredService<ResourceLoggerService>().WatchAsync("cache").WithCancellation(patience.Token))
        {
            Assert.Equal("no-such-server is missing: apt-get install it", Assert.Single(batch).Content);
            break;
        }
    }

    [Fact]
    public async Task Start_on_a_port_in_use_names_the_resource_and_the_port()
    {
        await using var other = new EchoServer("a");
        AddScript("server", Forever).WithHttpEndpoint(port: other.Port);
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(StartAsync);
        Assert.Contains("'server'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(other.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.StopAsync(CancellationToken.None);
            await application.DisposeAsync();
        }

        patience.Dispose();
    }

    private ResourceNotificationService Notifications => application!.ResourceNotifications;

    private IResourceBuilder<ExecutableResource> AddScript(string name, string script) =>
        builder.AddExecutable(name, "/bin/sh", "/", "-c", script);

    private async Task StartAsync()
    {
        application = builder.Build();
        await application.StartAsync(patience.Token);
    }
}
