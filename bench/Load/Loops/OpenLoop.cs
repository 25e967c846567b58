using System.Collections.Concurrent;
using System.Diagnostics;
using Load.Requests;

namespace Load.Loops;

/// <summary>Images that arrive by the clock, whether or not the earlier ones are answered.</summary>
internal sealed class OpenLoop(ILoadRequest request, int maximumOutstanding) : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentStack<LoadConnection> idle = [];
    private int outstanding;

    public Recorder Recorder { get; } = new();

    public long Arrivals { get; private set; }

    /// <summary>Arrivals that the client gave up to send, because too many were without an answer.</summary>
    public long GivenUp { get; private set; }

    public int Outstanding => Volatile.Read(ref outstanding);

    /// <summary>Ends with the last arrival; answers may still be missing then.</summary>
    public Task OfferAsync(double rate, TimeSpan duration, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(
            () => Offer(rate, duration, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public async Task DrainAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (Outstanding > 0 && Stopwatch.GetElapsedTime(start) < patience)
        {
            await Task.Delay(Poll, cancellationToken);
        }
    }

    public void Dispose()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    // A thread of its own: the thread pool, which reads the answers, must not delay the clock.
    private void Offer(double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var interval = Stopwatch.Frequency / rate;
        var total = (long)(rate * duration.TotalSeconds);
        var start = Stopwatch.GetTimestamp();
        while (Arrivals < total && !cancellationToken.IsCancellationRequested)
        {
            var due = start + (long)(Arrivals * interval);
            if (Stopwatch.GetTimestamp() < due)
            {
                Thread.Sleep(Tick);
                continue;
            }

            Arrivals++;
            Send(due, cancellationToken);
        }
    }

    private void Send(long due, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref outstanding) > maximumOutstanding)
        {
            Interlocked.Decrement(ref outstanding);
            GivenUp++;
            return;
        }

        var connection = idle.TryPop(out var known) ? known : new LoadConnection(request);
        _ = CompleteAsync(connection, due, cancellationToken);
    }

    private async Task CompleteAsync(LoadConnection connection, long due, CancellationToken cancellationToken)
    {
        await Recorder.RecordAsync(connection, due, cancellationToken);
        idle.Push(connection);
        Interlocked.Decrement(ref outstanding);
    }
}
