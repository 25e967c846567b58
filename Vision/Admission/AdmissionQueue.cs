using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Contracts;
using Vision.Telemetry;

namespace Vision.Admission;

/// <summary>
/// The bounded queue before the engine. A full queue refuses at once instead of letting callers wait for an answer that comes
/// too late; work whose caller left, or whose deadline passed, is never run. The workers are threads of their own, so that a
/// burst of computing does not keep the thread pool from reading and refusing requests.
/// </summary>
internal sealed class AdmissionQueue : IDisposable
{
    private readonly BlockingCollection<IQueuedWork> waiting;
    private readonly Thread[] workers;
    private readonly VisionTelemetry telemetry;
    private readonly string name;
    private int isDisposed;

    /// <param name="name">What metrics call it.</param>
    /// <param name="capacity">How much work may wait.</param>
    /// <param name="workers">How much of it runs at once, one thread each.</param>
    /// <param name="telemetry">Is told how long work waited, and what was refused.</param>
    public AdmissionQueue(string name, int capacity, int workers, VisionTelemetry telemetry)
    {
        this.name = name;
        this.telemetry = telemetry;
        telemetry.Refused(name, "full", count: 0);
        Capacity = capacity;
        waiting = new BlockingCollection<IQueuedWork>(capacity);
        this.workers = [.. Enumerable.Range(1, workers).Select(StartWorker)];
    }

    /// <summary>How much work may wait.</summary>
    public int Capacity { get; }

    /// <summary>How much work waits for a worker.</summary>
    public int WaitingCount => Volatile.Read(ref isDisposed) == 0 ? waiting.Count : 0;

    /// <summary>Whether nothing waits for a worker.</summary>
    public bool IsIdle => Volatile.Read(ref isDisposed) == 0 && waiting.Count == 0;

    /// <summary>Runs work on one of the workers.</summary>
    /// <param name="work">The work; it is given the time that it waited.</param>
    /// <param name="cancellationToken">While it waits, the work is dropped; once it runs, it must watch the token itself.</param>
    /// <exception cref="ProblemException"><c>overloaded</c>: the queue is full.</exception>
    public Task<T> RunAsync<T>(Func<TimeSpan, T> work, CancellationToken cancellationToken) =>
        TryRun(work, cancellationToken, out var completion)
            ? completion
            : throw new ProblemException(ErrorCodes.Overloaded, "Too many images are waiting; try again in a moment.");

    /// <summary>Runs work on one of the workers, unless the queue is full.</summary>
    /// <param name="work">The work; it is given the time that it waited.</param>
    /// <param name="cancellationToken">While it waits, the work is dropped; once it runs, it must watch the token itself.</param>
    /// <param name="completion">Ends with the work.</param>
    public bool TryRun<T>(
        Func<TimeSpan, T> work, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<T>? completion)
    {
        var item = new QueuedWork<T>(work, name, telemetry, cancellationToken);
        if (waiting.IsAddingCompleted || !waiting.TryAdd(item))
        {
            item.Abandon();
            telemetry.Refused(name, waiting.IsAddingCompleted ? "stopping" : "full");
            completion = null;
            return false;
        }

        completion = item.Completion;
        return true;
    }

    /// <summary>Takes nothing more, and waits for what runs.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) == 1)
        {
            return;
        }

        waiting.CompleteAdding();
        foreach (var worker in workers)
        {
            worker.Join();
        }

        waiting.Dispose();
    }

    private Thread StartWorker(int number)
    {
        var worker = new Thread(Work) { IsBackground = true, Name = $"vision-worker-{number}" };
        worker.Start();
        return worker;
    }

    private void Work()
    {
        foreach (var item in waiting.GetConsumingEnumerable())
        {
            item.Run();
        }
    }
}
