using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
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
    public async Task Start_with_a_variable_of_an_endpoint_tells_the_process_its_port()
    {
        application.Builder.AddExecutable("server", "/bin/sh", "/", "-c", $"echo \"port $PORT\"; {ScriptedApplication.Forever}").WithHttpEndpoint(env: "PORT");
        await application.StartAsync();
        Assert.Matches("^port [0-9]{5}$", (await application.ReadLinesAsync("server", 1))[0]);
    }

    [Theory]
    [InlineData(0, "job-[a-z]{8} has finished\\.")]
    [InlineData(4, "job-[a-z]{8} has ended by itself with exit code 4\\.")]
    public async Task Start_of_a_process_that_ends_tells_a_fault_from_a_finished_job(int code, string expected)
    {
        application.Add("job", $"exit {code}");
        await application.StartAsync();
        Assert.Matches($"^{expected}$", (await application.ReadLinesAsync("job", 1))[0]);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
