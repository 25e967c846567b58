using System.Diagnostics.Metrics;
using Vision.Telemetry;

namespace Vision.Admission;

/// <summary>
/// The queues of this process. A worker may still run a model for a caller who has left, so that they end together and before the
/// models; the container's own order of disposal does not see to that.
/// </summary>
internal sealed class AdmissionQueues : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<(string Name, AdmissionQueue Queue)> queues = [];
    private readonly VisionTelemetry telemetry;
    private bool isDisposed;

    public AdmissionQueues(VisionTelemetry telemetry)
    {
        this.telemetry = telemetry;
        telemetry.ObserveQueues(() => Measure(static queue => queue.WaitingCount), () => Measure(static queue => queue.Capacity));
    }

    /// <summary>Starts workers behind a queue of their own.</summary>
    /// <param name="name">What metrics call it.</param>
    /// <param name="capacity">How much work may wait.</param>
    /// <param name="workers">How much of it runs at once, one thread each.</param>
    public AdmissionQueue Add(string name, int capacity, int workers)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            var queue = new AdmissionQueue(name, capacity, workers, telemetry);
            queues.Add((name, queue));
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

        queues.ForEach(static entry => entry.Queue.Dispose());
    }

    private List<Measurement<int>> Measure(Func<AdmissionQueue, int> figure)
    {
        lock (gate)
        {
            return [.. queues.Select(entry => new Measurement<int>(
                figure(entry.Queue), new KeyValuePair<string, object?>("queue", entry.Name)))];
        }
    }
}
