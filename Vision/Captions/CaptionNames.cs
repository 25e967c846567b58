namespace Vision.Captions;

/// <summary>Names of what is measured of captions: those of the OpenTelemetry conventions for generative AI, and our own; the attributes are in <see cref="Contracts.SpanAttributes"/>.</summary>
internal static class CaptionNames
{
    public const string TokenUsage = "gen_ai.client.token.usage";
    public const string OperationDuration = "gen_ai.client.operation.duration";
    public const string BreakerState = "vision.caption.breaker.state";
    public const string Fallbacks = "vision.caption.fallbacks";

    public const string Reason = "reason";

    public const string Chat = "chat";

    /// <summary>The protocol's, whoever speaks it.</summary>
    public const string OpenAI = "openai";

    public const string Input = "input";
    public const string Output = "output";
}
