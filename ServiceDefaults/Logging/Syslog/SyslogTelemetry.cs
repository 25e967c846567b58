using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>
/// What became of the messages. The log is there before anybody listens to metrics, so that the counters are asked for their
/// value: an alert sees one grow that was there before, and not one that appears.
/// </summary>
internal sealed class SyslogTelemetry
{
    private readonly Meter meter;
    private long sent;
    private long full;
    private long unreachable;

    public SyslogTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(TelemetryExtensions.Meter);
        meter.CreateObservableCounter(
            "vision.syslog.sent", () => Volatile.Read(ref sent), "{message}", "Log messages that were given to the receiver.");
        meter.CreateObservableCounter(
            "vision.syslog.dropped",
            () => (Measurement<long>[])[Dropped("full", ref full), Dropped("unreachable", ref unreachable)],
            "{message}",
            "Log messages that the receiver never got.");
    }

    public void ObserveWaiting(Func<int> count) => meter.CreateObservableUpDownCounter(
        "vision.syslog.waiting", count, "{message}", "Log messages that wait for the receiver.");

    public void Sent(int count) => Interlocked.Add(ref sent, count);

    /// <summary>Too many waited for one more.</summary>
    public void DroppedForFullness() => Interlocked.Increment(ref full);

    /// <summary>The service has stopped, and nobody has taken them.</summary>
    public void DroppedAtTheEnd(int count) => Interlocked.Add(ref unreachable, count);

    private static Measurement<long> Dropped(string reason, ref long count) =>
        new(Volatile.Read(ref count), new KeyValuePair<string, object?>("reason", reason));
}
