using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Load.Requests;

namespace Load.Loops;

/// <summary>Everything that was answered, and everything that was not.</summary>
internal sealed class Recorder
{
    public ConcurrentQueue<Exchange> Exchanges { get; } = [];

    /// <summary>What went wrong on the wire, and how often.</summary>
    public ConcurrentDictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    public async Task RecordAsync(LoadConnection connection, long due, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var status = await connection.ExchangeAsync(cancellationToken);
            Exchanges.Enqueue(new Exchange(due, started, Stopwatch.GetTimestamp(), status));
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException)
        {
            Failures.AddOrUpdate(exception.Message, 1, (_, count) => count + 1);
        }
    }

    public IEnumerable<Exchange> WithStatus(int status) => Exchanges.Where(exchange => exchange.Status == status);
}
