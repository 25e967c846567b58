using System.Diagnostics.Tracing;
using System.Globalization;

namespace LargeArrays;

/// <summary>
/// Writes down each large object that the process allocates: above 85 KB it is collected with the oldest generation only. The runtime
/// tells of one in 100 KB of them, which is nearly each.
/// </summary>
internal sealed class LargeArrayListener : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Collector = (EventKeywords)1;
    private const int Large = 1;

    private static readonly string File = Path.Combine(
        Environment.GetEnvironmentVariable("LARGE_ARRAYS") ?? Path.GetTempPath(),
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Environment.ProcessPath)}.txt"));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, Collector);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: { } name, PayloadNames: { } names, Payload: { } values }
            && name.StartsWith("GCAllocationTick", StringComparison.Ordinal)
            && Convert.ToInt32(values[names.IndexOf("AllocationKind")], CultureInfo.InvariantCulture) == Large)
        {
            System.IO.File.AppendAllText(File, $"{values[names.IndexOf("ObjectSize")]} bytes, {values[names.IndexOf("TypeName")]}\n");
        }
    }
}
