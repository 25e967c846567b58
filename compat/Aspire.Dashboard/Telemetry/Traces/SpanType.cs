namespace Aspire.Dashboard.Telemetry.Traces;

/// <summary>What a span is about, told by its attributes.</summary>
internal enum SpanType
{
    Other,
    Http,
    Database,
    Messaging,
    Rpc,
    GenAI,
}
