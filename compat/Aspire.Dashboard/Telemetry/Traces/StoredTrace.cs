using System.Collections.Immutable;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>A trace as it is known at a moment; another one takes its place when more of it comes.</summary>
/// <param name="Id">Its number, in the order in which traces began to come.</param>
/// <param name="TraceId">Its name.</param>
/// <param name="Spans">What has come of it, in no order.</param>
internal sealed record StoredTrace(long Id, string TraceId, ImmutableArray<StoredSpan> Spans)
{
    /// <summary>The span that nothing of the trace is above, and that began first.</summary>
    public StoredSpan Root { get; } = RootOf(Spans);

    public DateTimeOffset Start { get; } = Spans.Min(static span => span.Start);

    public DateTimeOffset End { get; } = Spans.Max(static span => span.End);

    public TimeSpan Duration => End > Start ? End - Start : TimeSpan.Zero;

    public bool HasError { get; } = Spans.Any(static span => span.HasError);

    public string Name => $"{Root.Source.Name}: {Root.Name}";

    private static StoredSpan RootOf(ImmutableArray<StoredSpan> spans)
    {
        var known = spans.Select(static span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        return spans.Where(span => span.ParentSpanId is null || !known.Contains(span.ParentSpanId)).DefaultIfEmpty(spans[0]).MinBy(static span => span.Start)!;
    }
}
