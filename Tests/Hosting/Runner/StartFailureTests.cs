using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Runner;

/// <summary>Resources that cannot start here.</summary>
public sealed class StartFailureTests : IAsyncDisposable
{
    private readonly ScriptedApplication application = new();

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
