using System.Net;

namespace Load.Systems;

/// <summary>Takes telemetry by OTLP over HTTP, and lets it go: what it costs to tell, without what it costs to keep.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task taking;
    private long bytes;

    public TelemetrySink()
    {
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        taking = Task.Run(TakeAsync);
    }

    public string Address { get; } = FreeAddress.Find().OriginalString;

    /// <summary>How much has come.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await taking;
        listener.Close();
    }

    private async Task TakeAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                for (int read; (read = await context.Request.InputStream.ReadAsync(buffer)) > 0;)
                {
                    Interlocked.Add(ref bytes, read);
                }

                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
