using System.Collections.Immutable;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>The latest traces. Their spans come from several services, in any order, and late.</summary>
internal sealed class TraceStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<StoredTrace>> byTraceId = new(StringComparer.Ordinal);
    private readonly LinkedList<StoredTrace> traces = [];
    private long last;

    public (int Traces, int Spans) Counts
    {
        get
        {
            lock (gate)
            {
                return (traces.Count, traces.Sum(static trace => trace.Spans.Length));
            }
        }
    }

    /// <returns>How many spans had no room in their trace.</returns>
    public int Add(IEnumerable<StoredSpan> spans)
    {
        var refused = 0;
        foreach (var trace in spans.GroupBy(static span => span.TraceId, StringComparer.Ordinal))
        {
            lock (gate)
            {
                refused += Add(trace.Key, [.. trace]);
            }
        }

        return refused;
    }

    /// <summary>All of them as they are now, the oldest first.</summary>
    public StoredTrace[] Snapshot()
    {
        lock (gate)
        {
            return [.. traces];
        }
    }

    public StoredTrace? Find(string traceId)
    {
        lock (gate)
        {
            return byTraceId.GetValueOrDefault(traceId)?.Value;
        }
    }

    /// <summary>Forgets those that a service has a part in, or all.</summary>
    public void Clear(string? source)
    {
        lock (gate)
        {
            foreach (var trace in traces.Where(trace => source is null || trace.Spans.Any(span => span.Source.Name == source)).ToList())
            {
                Remove(trace.TraceId);
            }
        }
    }

    private int Add(string traceId, ImmutableArray<StoredSpan> spans)
    {
        if (!byTraceId.TryGetValue(traceId, out var node))
        {
            var taken = spans.Length > TelemetryLimits.SpansPerTrace ? spans[..TelemetryLimits.SpansPerTrace] : spans;
            byTraceId[traceId] = traces.AddLast(new StoredTrace(++last, traceId, taken));
            if (traces.Count > TelemetryLimits.Traces)
            {
                Remove(traces.First!.Value.TraceId);
            }

            return spans.Length - taken.Length;
        }

        var room = TelemetryLimits.SpansPerTrace - node.Value.Spans.Length;
        var added = spans.Length > room ? spans[..room] : spans;
        node.Value = new StoredTrace(node.Value.Id, traceId, node.Value.Spans.AddRange(added));
        return spans.Length - added.Length;
    }

    private void Remove(string traceId)
    {
        if (byTraceId.Remove(traceId, out var node))
        {
            traces.Remove(node);
        }
    }
}
