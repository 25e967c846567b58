using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Tests.Fixtures;

/// <summary>A request that is sent piece by piece over a connection of its own, and that may never be sent whole.</summary>
internal sealed class HalfSentBody : IAsyncDisposable
{
    private readonly TcpClient connection = new();
    private readonly byte[] reply = new byte[64 * 1024];
    private NetworkStream? stream;

    private HalfSentBody()
    {
    }

    /// <summary>Sends the head of a request.</summary>
    /// <param name="address">The server.</param>
    /// <param name="contentType">What the body shall be.</param>
    /// <param name="contentLength">The length that it announces; null for chunks.</param>
    /// <param name="route">The path and query.</param>
    public static async Task<HalfSentBody> BeginAsync(
        Uri address, string contentType, long? contentLength, string route = "/api/analyze")
    {
        var body = new HalfSentBody();
        await body.connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        body.stream = body.connection.GetStream();
        var length = contentLength is null ? "Transfer-Encoding: chunked" : $"Content-Length: {contentLength}";
        await body.SendAsync(Encoding.ASCII.GetBytes($"POST {route} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {contentType}\r\n{length}\r\n\r\n"));
        return body;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await stream!.WriteAsync(bytes, TestContext.Current.CancellationToken);

    public Task SendChunkAsync(ReadOnlySpan<byte> bytes) =>
        SendAsync((byte[])[.. Encoding.ASCII.GetBytes($"{bytes.Length:X}\r\n"), .. bytes, .. "\r\n"u8]);

    /// <summary>Reads until the reply holds a text.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        var length = 0;
        while (true)
        {
            var read = await stream!.ReadAsync(reply.AsMemory(length), TestContext.Current.CancellationToken);
            Assert.True(read > 0, $"The connection ended with: {Encoding.UTF8.GetString(reply, 0, length)}");
            length += read;
            var soFar = Encoding.UTF8.GetString(reply, 0, length);
            if (soFar.Contains(text, StringComparison.Ordinal))
            {
                return soFar;
            }
        }
    }

    /// <summary>Reads until the server ends the connection.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var length = 0;
        try
        {
            int read;
            while ((read = await stream!.ReadAsync(reply.AsMemory(length), TestContext.Current.CancellationToken)) > 0)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // The server did not wait for what was still on its way.
        }

        return Encoding.UTF8.GetString(reply, 0, length);
    }

    public ValueTask DisposeAsync()
    {
        connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
