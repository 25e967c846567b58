using Vision.Telemetry;

namespace Vision.Admission;

/// <summary>
/// The queues of this process. A worker may still run a model for a caller who has left, so that they end together and before the
/// models; the container's own order of disposal does not see to that.
/// </summary>
internal sealed class AdmissionQueues(VisionTelemetry telemetry) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<AdmissionQueue> queues = [];
    private bool isDisposed;

    /// <summary>Starts workers behind a queue of their own.</summary>
    /// <param name="capacity">How much work may wait.</param>
    /// <param name="workers">How much of it runs at once, one thread each.</param>
    public AdmissionQueue Add(int capacity, int workers)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            var queue = new AdmissionQueue(capacity, workers, telemetry);
            queues.Add(queue);
            return queue;
        }
    }

    /// <summary>Takes nothing more anywhere, and waits for what runs.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
        }

        queues.ForEach(static queue => queue.Dispose());
    }
}
