using Aspire.Dashboard.Telemetry.Logs;
using Aspire.Dashboard.Telemetry.Metrics;
using Aspire.Dashboard.Telemetry.Traces;

namespace Aspire.Dashboard.Telemetry;

/// <summary>Everything that was received.</summary>
internal sealed class TelemetryStore
{
    private long version;
    private long droppedWhilePaused;
    private volatile bool isPaused;

    public TelemetrySources Sources { get; } = new();

    public LogStore Logs { get; } = new();

    public TraceStore Traces { get; } = new();

    public MetricStore Metrics { get; } = new();

    /// <summary>Grows with each arrival.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Whether what arrives is dropped, so that somebody can look at what is there.</summary>
    public bool IsPaused => isPaused;

    public long DroppedWhilePaused => Volatile.Read(ref droppedWhilePaused);

    public void Pause(bool paused)
    {
        Interlocked.Exchange(ref droppedWhilePaused, 0);
        isPaused = paused;
        Changed();
    }

    /// <summary>Says that something has arrived; false if it is to be dropped.</summary>
    public bool Arrived(int count)
    {
        if (isPaused)
        {
            Interlocked.Add(ref droppedWhilePaused, count);
        }

        Changed();
        return !isPaused;
    }

    public void Changed() => Interlocked.Increment(ref version);
}
