using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>What became of the messages.</summary>
internal sealed class SyslogTelemetry
{
    private readonly Meter meter;
    private readonly Counter<long> sent;
    private readonly Counter<long> dropped;

    public SyslogTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(TelemetryExtensions.Meter);
        sent = meter.CreateCounter<long>("vision.syslog.sent", "{message}", "Log messages that were given to the receiver.");
        dropped = meter.CreateCounter<long>("vision.syslog.dropped", "{message}", "Log messages that the receiver never got.");
    }

    public void ObserveWaiting(Func<int> count) => meter.CreateObservableUpDownCounter(
        "vision.syslog.waiting", count, "{message}", "Log messages that wait for the receiver.");

    public void Sent(int count) => sent.Add(count);

    /// <param name="reason"><c>full</c>: too many waited; <c>unreachable</c>: nobody took them.</param>
    /// <param name="count">How many.</param>
    public void Dropped(string reason, int count) => dropped.Add(count, new KeyValuePair<string, object?>("reason", reason));
}
