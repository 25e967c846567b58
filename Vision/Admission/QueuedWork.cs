using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Contracts;
using Vision.Telemetry;

namespace Vision.Admission;

/// <summary>
/// One piece of work between its caller and a worker. Whoever is first decides: a caller that leaves while it waits gets its
/// answer at once, a worker that has begun finishes, because it reads memory that belongs to the caller.
/// </summary>
internal sealed class QueuedWork<T> : IQueuedWork
{
    private const int Waiting = 0;
    private const int Taken = 1;

    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<TimeSpan, T> work;
    private readonly string queue;
    private readonly VisionTelemetry telemetry;
    private readonly CancellationToken cancellationToken;
    private readonly CancellationTokenRegistration registration;
    private readonly Activity? parent = Activity.Current;
    private readonly long enqueued = Stopwatch.GetTimestamp();
    private int state = Waiting;

    public QueuedWork(Func<TimeSpan, T> work, string queue, VisionTelemetry telemetry, CancellationToken cancellationToken)
    {
        this.work = work;
        this.queue = queue;
        this.telemetry = telemetry;
        this.cancellationToken = cancellationToken;
        registration = cancellationToken.UnsafeRegister(static item => ((QueuedWork<T>)item!).Leave(), this);
    }

    public Task<T> Completion => completion.Task;

    /// <summary>Lets go of the caller's token; the work was never queued.</summary>
    public void Abandon() => registration.Dispose();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the work throws belongs to its caller, who awaits it.")]
    public void Run()
    {
        if (!TryTake())
        {
            return;
        }

        registration.Dispose();
        Activity.Current = parent;
        var queued = Stopwatch.GetElapsedTime(enqueued);
        telemetry.Waited(queued, queue);
        TellOfWaiting(queued);
        try
        {
            completion.SetResult(work(queued));
        }
        catch (OperationCanceledException)
        {
            completion.SetCanceled(cancellationToken);
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
        finally
        {
            Activity.Current = null;
        }
    }

    /// <summary>A span that began on another thread, and ends as soon as it is made.</summary>
    private void TellOfWaiting(TimeSpan queued)
    {
        using var waited = VisionTelemetry.Source.StartActivity(
            "queue", ActivityKind.Internal, parent?.Context ?? default, startTime: DateTimeOffset.UtcNow - queued);
        waited?.SetTag(SpanAttributes.QueueName, queue);
    }

    private void Leave()
    {
        if (TryTake())
        {
            telemetry.Refused(queue, "left");
            completion.SetCanceled(cancellationToken);
        }
    }

    private bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;
}
