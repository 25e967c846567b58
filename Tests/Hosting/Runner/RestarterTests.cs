using AppHost.Restarts;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>The restarts with real shell processes, run by the real orchestrator.</summary>
public sealed class RestarterTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

    [Fact]
    public async Task WithRestart_process_that_fails_is_started_again()
    {
        application.Add("server", "exit 3").WithRestart();
        await application.StartAsync();
        var starts = new HashSet<DateTime>();
        await application.Notifications.WaitForResourceAsync(
            "server", change => change.Snapshot.StartTimeStamp is { } start && starts.Add(start) && starts.Count == 2, application.Patience);
    }

    [Fact]
    public void WithRestart_of_several_resources_has_one_watch_them_all()
    {
        application.Add("first", ScriptedApplication.Forever).WithRestart();
        application.Add("second", ScriptedApplication.Forever).WithRestart();
        Assert.Single(application.Builder.Services, static service => service.ImplementationType == typeof(Restarter));
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
