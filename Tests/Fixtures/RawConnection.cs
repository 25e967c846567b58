using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A connection on which a test writes every byte of the request itself.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly TcpClient client = new();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection.client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        return connection;
    }

    public async Task SendAsync(string text) =>
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) =>
        await client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>Reads until the server closes, or until a text has come.</summary>
    public async Task<string> ReadAsync(string? until = null)
    {
        var (text, buffer, read) = (new StringBuilder(), new byte[16 * 1024], 0);
        do
        {
            read = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        while (read > 0 && (until is null || !text.ToString().Contains(until, StringComparison.Ordinal)));
        return text.ToString();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
