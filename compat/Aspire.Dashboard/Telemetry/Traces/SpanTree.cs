namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>The spans of a trace, each below the one that began it. One whose parent has not come stands at the top.</summary>
internal static class SpanTree
{
    /// <summary>The spans depth first, those of one parent in the order in which they began. A circle of parents is cut.</summary>
    public static IEnumerable<(StoredSpan Span, int Depth)> Walk(StoredTrace trace)
    {
        var known = trace.Spans.Select(static span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = trace.Spans.ToLookup(span => span.ParentSpanId is { } parent && known.Contains(parent) && parent != span.SpanId ? parent : string.Empty, StringComparer.Ordinal);
        var visited = new HashSet<StoredSpan>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<(StoredSpan Span, int Depth)>();

        // What stands in a circle is below none of the tops, and comes after them.
        foreach (var top in Ordered(children[string.Empty]).Concat(Ordered(trace.Spans)))
        {
            foreach (var found in Below(top))
            {
                yield return found;
            }
        }

        IEnumerable<(StoredSpan Span, int Depth)> Below(StoredSpan top)
        {
            waiting.Push((top, 0));
            while (waiting.TryPop(out var next))
            {
                if (visited.Add(next.Span))
                {
                    yield return next;
                    foreach (var child in Ordered(children[next.Span.SpanId]).Reverse())
                    {
                        waiting.Push((child, next.Depth + 1));
                    }
                }
            }
        }
    }

    private static IEnumerable<StoredSpan> Ordered(IEnumerable<StoredSpan> spans) => spans.OrderBy(static span => span.Start);
}
