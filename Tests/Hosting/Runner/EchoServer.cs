using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tests.Hosting.Runner;

/// <summary>Answers everything that a caller sends, after its own name, once the caller has said all.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public EchoServer(string name)
    {
        listener.Start();
        serving = ServeAsync(name);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync(string name)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                using var reader = new StreamReader(client.GetStream());
                var said = await reader.ReadToEndAsync(stopping.Token);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(name + said), stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
