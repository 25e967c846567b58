using Aspire.Dashboard.Telemetry;
using Aspire.Dashboard.Telemetry.Traces;

namespace Aspire.Dashboard.Api;

/// <summary>A span, as the pages get it.</summary>
internal sealed record SpanView
{
    public required string SpanId { get; init; }

    public string? ParentSpanId { get; init; }

    public required int Depth { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required string Resource { get; init; }

    public required string Instance { get; init; }

    public required string ScopeName { get; init; }

    public required long OffsetNanoseconds { get; init; }

    public required long DurationNanoseconds { get; init; }

    public required string Status { get; init; }

    public string? StatusMessage { get; init; }

    public required string Type { get; init; }

    public string? Destination { get; init; }

    public required IReadOnlyList<TelemetryAttribute> Attributes { get; init; }

    public required IReadOnlyList<TelemetryAttribute> ResourceAttributes { get; init; }

    public required IReadOnlyList<SpanEventView> Events { get; init; }

    public required IReadOnlyList<SpanReference> Links { get; init; }

    public required IReadOnlyList<SpanReference> Backlinks { get; init; }

    /// <param name="span">The span.</param>
    /// <param name="depth">How many are above it.</param>
    /// <param name="trace">Its trace.</param>
    /// <param name="backlinks">The spans that have a link to it.</param>
    public static SpanView Of(StoredSpan span, int depth, StoredTrace trace, IEnumerable<SpanReference> backlinks) => new()
    {
        SpanId = span.SpanId,
        ParentSpanId = span.ParentSpanId,
        Depth = depth,
        Name = span.Name,
        Kind = span.Kind.ToString(),
        Resource = span.Source.Name,
        Instance = span.Source.Instance,
        ScopeName = span.ScopeName,
        OffsetNanoseconds = Nanoseconds(span.Start - trace.Start),
        DurationNanoseconds = Nanoseconds(span.Duration),
        Status = span.Status.ToString(),
        StatusMessage = span.StatusMessage,
        Type = span.Type.ToString(),
        Destination = span.Destination,
        Attributes = span.Attributes,
        ResourceAttributes = span.Source.Attributes,
        Events = [.. span.Events.Select(one => new SpanEventView(one.Name, Nanoseconds(one.Time - trace.Start), one.Attributes))],
        Links = [.. span.Links.Select(static link => new SpanReference(link.TraceId, link.SpanId, link.Attributes))],
        Backlinks = [.. backlinks],
    };

    internal static long Nanoseconds(TimeSpan time) => (long)time.TotalNanoseconds;
}
