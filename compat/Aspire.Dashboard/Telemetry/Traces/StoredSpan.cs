using Aspire.Dashboard.Receiving.Protocol.Trace;

namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>One span.</summary>
internal sealed record StoredSpan
{
    public required TelemetrySource Source { get; init; }

    public required string TraceId { get; init; }

    public required string SpanId { get; init; }

    public string? ParentSpanId { get; init; }

    public required string Name { get; init; }

    public required string ScopeName { get; init; }

    public required Span.Types.SpanKind Kind { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required Status.Types.StatusCode Status { get; init; }

    public string? StatusMessage { get; init; }

    public required IReadOnlyList<TelemetryAttribute> Attributes { get; init; }

    public IReadOnlyList<SpanEvent> Events { get; init; } = [];

    public IReadOnlyList<SpanLink> Links { get; init; } = [];

    /// <summary>What came by the protocol, to be given back as it was.</summary>
    public required Span Received { get; init; }

    public bool HasError => Status == Receiving.Protocol.Trace.Status.Types.StatusCode.Error;

    public TimeSpan Duration => End > Start ? End - Start : TimeSpan.Zero;

    public SpanType Type => Attributes.Select(static attribute => TypeOf(attribute.Name)).FirstOrDefault(static type => type != SpanType.Other);

    /// <summary>Whom a span calls; null where it calls nobody.</summary>
    public string? Destination => Kind is not (Span.Types.SpanKind.Client or Span.Types.SpanKind.Producer) ? null
        : Attribute("peer.service") ?? Attribute("db.system.name") ?? Attribute("messaging.system") ?? Remote(Attribute("server.address"));

    // On a developer's machine everything is at the same place, which tells nothing.
    private static string? Remote(string? host) => host is "localhost" or "127.0.0.1" or "::1" ? null : host;

    private string? Attribute(string name) => Attributes.FirstOrDefault(attribute => attribute.Name == name).Value;

    private static SpanType TypeOf(string attribute) => attribute switch
    {
        _ when attribute.StartsWith("gen_ai.", StringComparison.Ordinal) => SpanType.GenAI,
        _ when attribute.StartsWith("db.", StringComparison.Ordinal) => SpanType.Database,
        _ when attribute.StartsWith("messaging.", StringComparison.Ordinal) => SpanType.Messaging,
        _ when attribute.StartsWith("rpc.", StringComparison.Ordinal) => SpanType.Rpc,
        _ when attribute.StartsWith("http.", StringComparison.Ordinal) => SpanType.Http,
        _ => SpanType.Other,
    };
}
