using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.Testing;
using Xunit;

namespace Tests.Hosting;

/// <summary>The cache of the running system, on the wire.</summary>
public sealed class CachePasswordTests(AppHostFixture fixture)
{
    [Fact]
    public async Task Cache_answers_with_its_password_and_refuses_without()
    {
        var app = await fixture.GetAsync();
        var connection = await app.GetConnectionStringAsync("cache", TestContext.Current.CancellationToken);
        Assert.EndsWith(",password=password-of-the-tests", connection, StringComparison.Ordinal);
        var port = int.Parse(connection!.Split(',')[0].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        using var redis = new TcpClient();
        await redis.ConnectAsync("localhost", port, TestContext.Current.CancellationToken);
        Assert.StartsWith("-NOAUTH", await AskAsync(redis, "PING\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("+OK", await AskAsync(redis, "AUTH password-of-the-tests\r\n"), StringComparison.Ordinal);
        Assert.StartsWith("+PONG", await AskAsync(redis, "PING\r\n"), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TcpClient redis, string command)
    {
        var buffer = new byte[256];
        await redis.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command), TestContext.Current.CancellationToken);
        var read = await redis.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
