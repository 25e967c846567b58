using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Gives what waits to the receiver, and tries again for as long as it is away.</summary>
internal sealed class SyslogSender(
    SyslogQueue queue, SyslogFormat format, SyslogConnector connector, SyslogTelemetry telemetry, TimeProvider time)
{
    private const int MostAtOnce = 100;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private ISyslogConnection? connection;
    private bool isAway;

    /// <summary>Sends until the queue is complete and empty.</summary>
    /// <param name="cancellationToken">Ends it before; what waits is dropped.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<byte[]>(MostAtOnce);
        try
        {
            while (await queue.Reader.WaitToReadAsync(cancellationToken))
            {
                Fill(batch, queue.Reader);
                await DeliverAsync(batch, cancellationToken);
                batch.Clear();
            }
        }
        catch (OperationCanceledException)
        {
            telemetry.DroppedAtTheEnd(batch.Count + queue.Reader.Count);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    private void Fill(List<byte[]> batch, ChannelReader<SyslogEntry> waiting)
    {
        while (batch.Count < MostAtOnce && waiting.TryRead(out var entry))
        {
            batch.Add(format.Write(entry));
        }
    }

    /// <summary>Sends messages, again where a connection broke over them: rather twice than never.</summary>
    private async Task DeliverAsync(List<byte[]> batch, CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                connection ??= await connector.ConnectAsync(cancellationToken);
                await connection.SendAsync(batch, cancellationToken);
                telemetry.Sent(batch.Count);
                Tell(away: false);
                return;
            }
            catch (Exception exception) when (IsAway(exception, cancellationToken))
            {
                connection?.Dispose();
                connection = null;
                Tell(away: true);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private static bool IsAway(Exception exception, CancellationToken cancellationToken) =>
        exception is SocketException or IOException or AuthenticationException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    // The log cannot tell of itself: its own lines would wait behind the others.
    private void Tell(bool away)
    {
        if (away != isAway)
        {
            isAway = away;
            Console.Error.WriteLine(away
                ? $"The central log at {connector.Address} cannot be reached; what is written meanwhile waits for it."
                : $"The central log at {connector.Address} is reached again.");
        }
    }
}
