using System.Net;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.Orchestration.Networking;
using Xunit;

namespace Tests.Hosting.Runner;

public sealed class EndpointProxyTests
{
    [Fact]
    public async Task Connect_several_times_takes_each_replica_in_turn()
    {
        await using var first = new EchoServer("a");
        await using var second = new EchoServer("b");
        await using var proxy = Start(first.Port, second.Port);
        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await AskAsync(proxy.Port, "x"));
        }

        Assert.Equal(["ax", "bx", "ax", "bx"], answers);
    }

    [Fact]
    public async Task Connect_with_a_dead_replica_goes_to_the_living_one()
    {
        await using var living = new EchoServer("a");
        await using var proxy = Start(FreePort.Find(), living.Port);
        Assert.Equal("ax", await AskAsync(proxy.Port, "x"));
        Assert.Equal("ax", await AskAsync(proxy.Port, "x"));
    }

    [Fact]
    public async Task Connect_without_any_replica_ends_the_connection()
    {
        await using var proxy = Start(FreePort.Find());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port, TestContext.Current.CancellationToken);
        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_and_close_one_direction_still_brings_the_answer()
    {
        await using var server = new EchoServer(string.Empty);
        await using var proxy = Start(server.Port);
        var large = new string('x', 300_000);
        Assert.Equal(large, await AskAsync(proxy.Port, large));
    }

    [Fact]
    public async Task Connect_by_either_loopback_address_is_served()
    {
        await using var server = new EchoServer("a");
        await using var proxy = Start(server.Port);
        foreach (var address in await Dns.GetHostAddressesAsync("localhost", TestContext.Current.CancellationToken))
        {
            Assert.Equal("ax", await AskAsync(proxy.Port, "x", address));
        }
    }

    private static EndpointProxy Start(params int[] targets) => new(LoopbackListener.Start(FreePort.Find()), targets);

    private static async Task<string> AskAsync(int port, string text, IPAddress? address = null)
    {
        using var client = new TcpClient((address ?? IPAddress.Loopback).AddressFamily);
        await client.ConnectAsync(address ?? IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        var sending = client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken).AsTask();
        using var reader = new StreamReader(client.GetStream());
        await sending;
        client.Client.Shutdown(SocketShutdown.Send);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
