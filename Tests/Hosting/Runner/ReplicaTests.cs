using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Several processes of one resource.</summary>
public sealed class ReplicaTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

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
    public async Task Ready_event_of_two_replicas_comes_once()
    {
        var events = 0;
        var server = application.Add("server", ScriptedApplication.Forever).WithAnnotation(new ReplicaAnnotation(2));
        application.Builder.Eventing.Subscribe<ResourceReadyEvent>(server.Resource, (_, _) =>
        {
            Interlocked.Increment(ref events);
            return Task.CompletedTask;
        });
        await application.StartAsync();
        var ready = new HashSet<string>(StringComparer.Ordinal);
        await application.Notifications.WaitForResourceAsync(
            "server", change => change.Snapshot.IsReady && ready.Add(change.ResourceId) && ready.Count == 2, application.Patience);
        var restarted = ready.First();
        var before = application.Notifications.TryGetCurrentState(restarted, out var first) ? first.Snapshot.StartTimeStamp : null;
        await application.ExecuteAsync(restarted, KnownResourceCommands.RestartCommand);
        await application.Notifications.WaitForResourceAsync(
            restarted, change => change.Snapshot.IsReady && change.Snapshot.StartTimeStamp > before, application.Patience);
        Assert.Equal(1, events);
    }

    [Fact]
    public async Task Stopped_event_names_the_replica_and_its_exit_code()
    {
        var stopped = new ConcurrentDictionary<string, int?>(StringComparer.Ordinal);
        var server = application.Add("server", "exit 3").WithAnnotation(new ReplicaAnnotation(2));
        application.Builder.Eventing.Subscribe<ResourceStoppedEvent>(server.Resource, (end, _) =>
        {
            stopped[end.ResourceEvent.ResourceId] = end.ResourceEvent.Snapshot.ExitCode;
            return Task.CompletedTask;
        });
        await application.StartAsync();
        await Eventually.IsTrueAsync(() => stopped.Count == 2);
        Assert.All(stopped.Values, static code => Assert.Equal(3, code));
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();
}
