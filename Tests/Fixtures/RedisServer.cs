using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Tests.Fixtures;

/// <summary>
/// A real redis-server of the test's own, on a free port. It can be stopped, started again and paused. It has nothing on disk and
/// forgets everything when it is stopped, unless it is to keep its data.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly int port = FreePort.Find();
    private Process? process;

    private readonly string? folder;

    private RedisServer(string? folder) => this.folder = folder;

    public string ConnectionString => $"127.0.0.1:{port}";

    public static async Task<RedisServer> StartAsync(bool keepsData = false)
    {
        var server = new RedisServer(keepsData ? Directory.CreateTempSubdirectory("redis-").FullName : null);
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts it on the same port.</summary>
    public async Task RestartAsync()
    {
        Stop();
        string[] data = folder is null ? ["--appendonly", "no"] : ["--appendonly", "yes", "--appendfsync", "always", "--dir", folder];
        string[] arguments = ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", .. data];
        process = Process.Start(new ProcessStartInfo("redis-server", arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        process.BeginOutputReadLine();
        await Eventually.IsTrueAsync(Answers);
    }

    public void Stop()
    {
        if (process is not null)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>The members of a list.</summary>
    public async Task<string[]> ListAsync(string key)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(ConnectionString);
        return [.. (await connection.GetDatabase().ListRangeAsync(key)).Select(value => value.ToString())];
    }

    /// <summary>How many keys match a pattern.</summary>
    public async Task<long> CountAsync(string pattern)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(ConnectionString);
        return await connection.GetServer(ConnectionString).KeysAsync(pattern: pattern).LongCountAsync();
    }

    /// <summary>Changes a setting while it runs.</summary>
    public async Task ConfigureAsync(string setting, string value)
    {
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync($"{ConnectionString},allowAdmin=true");
        await connection.GetServer(ConnectionString).ConfigSetAsync(setting, value);
    }

    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    public ValueTask DisposeAsync()
    {
        Stop();
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            client.GetStream().Write("PING\r\n"u8);
            var answer = new byte[16];
            return Encoding.ASCII.GetString(answer, 0, client.GetStream().Read(answer)).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            Assert.False(process!.HasExited, "redis-server has ended.");
            return false;
        }
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process!.Id}"]);
        kill.WaitForExit();
    }
}
