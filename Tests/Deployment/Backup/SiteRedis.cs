using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>A real redis-server with a password and a data folder, which can be lost and brought back.</summary>
internal sealed class SiteRedis(string folder) : IAsyncDisposable
{
    public const string Password = "password-of-redis";

    private Process? process;

    public int Port { get; } = FreePort.Find();

    public string Folder => folder;

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port},password={Password},allowAdmin=true");

    /// <summary>Starts it on what is in its folder.</summary>
    public async Task StartAsync(bool appendOnly)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("redis-server", "-")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        process.BeginOutputReadLine();

        // A snapshot over the network is made at once, not after waiting for others who may want it too.
        await process.StandardInput.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            port {Port}
            bind 127.0.0.1
            requirepass {Password}
            dir {folder}
            save ""
            appendonly {(appendOnly ? "yes" : "no")}
            appendfsync always
            repl-diskless-sync-delay 0

            """));
        process.StandardInput.Close();
        await Eventually.IsTrueAsync(AnswersAsync);
    }

    /// <summary>Ends it and deletes its data.</summary>
    public async Task LoseAsync()
    {
        await using (var connection = await ConnectAsync())
        {
            await connection.GetServer(ConnectionString.Split(',')[0]).FlushAllDatabasesAsync();
        }

        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    public async Task SetAsync(string key, string value)
    {
        await using var connection = await ConnectAsync();
        await connection.GetDatabase().StringSetAsync(key, value);
    }

    public async Task<string?> GetAsync(string key)
    {
        await using var connection = await ConnectAsync();
        return await connection.GetDatabase().StringGetAsync(key);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
            process = null;
        }
    }

    private Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(ConnectionString);

    private async Task<bool> AnswersAsync()
    {
        Assert.False(process!.HasExited, "redis-server has ended.");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, TestContext.Current.CancellationToken);
            var question = Encoding.ASCII.GetBytes($"AUTH {Password}\r\nPING\r\nQUIT\r\n");
            await client.GetStream().WriteAsync(question, TestContext.Current.CancellationToken);
            using var reader = new StreamReader(client.GetStream());
            return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains("+PONG", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }
}
