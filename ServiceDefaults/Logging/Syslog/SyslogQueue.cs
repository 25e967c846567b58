using System.Threading.Channels;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>The messages that wait for the receiver. Nobody ever waits to put one in: what has no room is dropped and counted.</summary>
internal sealed class SyslogQueue
{
    private readonly Channel<SyslogEntry> waiting;
    private readonly SyslogTelemetry telemetry;
    private readonly int capacity;

    /// <param name="capacity">How many may wait.</param>
    /// <param name="telemetry">Is told of those that were dropped.</param>
    public SyslogQueue(int capacity, SyslogTelemetry telemetry)
    {
        this.capacity = capacity;
        this.telemetry = telemetry;
        waiting = Channel.CreateBounded<SyslogEntry>(new BoundedChannelOptions(capacity) { SingleReader = true });
        telemetry.ObserveWaiting(() => waiting.Reader.Count);
    }

    public ChannelReader<SyslogEntry> Reader => waiting.Reader;

    /// <summary>Whether a message would have room: one that has not need not be written at all.</summary>
    public bool HasRoom()
    {
        if (waiting.Reader.Count < capacity)
        {
            return true;
        }

        telemetry.DroppedForFullness();
        return false;
    }

    public void Add(SyslogEntry entry)
    {
        if (!waiting.Writer.TryWrite(entry))
        {
            telemetry.DroppedForFullness();
        }
    }

    /// <summary>Takes nothing more.</summary>
    public void Complete() => waiting.Writer.TryComplete();
}
