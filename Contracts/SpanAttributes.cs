namespace Contracts;

/// <summary>
/// The names of what spans tell, in all services: those of OpenTelemetry's semantic conventions, version 1.37.0, and our own.
/// Nothing of an image, no file name and no caption is ever the value of one.
/// </summary>
public static class SpanAttributes
{
    /// <summary>HTTP: the path of the request, without ids of jobs and uploads.</summary>
    public const string UrlPath = "url.path";

    /// <summary>HTTP: the address that was called, without ids of jobs and uploads.</summary>
    public const string UrlFull = "url.full";

    /// <summary>Why a span failed: an error code of ours, or the type of an exception.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Messaging: what carries the message.</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary>Messaging: <c>send</c> or <c>process</c>.</summary>
    public const string MessagingOperationType = "messaging.operation.type";

    /// <summary>Messaging: the operation as the system calls it.</summary>
    public const string MessagingOperationName = "messaging.operation.name";

    /// <summary>Messaging: the queue.</summary>
    public const string MessagingDestinationName = "messaging.destination.name";

    /// <summary>Generative AI: what was asked for, <c>chat</c>.</summary>
    public const string GenAIOperationName = "gen_ai.operation.name";

    /// <summary>Generative AI: whose protocol it is.</summary>
    public const string GenAIProviderName = "gen_ai.provider.name";

    /// <summary>Generative AI: the model that was asked.</summary>
    public const string GenAIRequestModel = "gen_ai.request.model";

    /// <summary>Generative AI: which tokens are counted, <c>input</c> or <c>output</c>.</summary>
    public const string GenAITokenType = "gen_ai.token.type";

    /// <summary>Generative AI: tokens of the question.</summary>
    public const string GenAIInputTokens = "gen_ai.usage.input_tokens";

    /// <summary>Generative AI: tokens of the answer.</summary>
    public const string GenAIOutputTokens = "gen_ai.usage.output_tokens";

    /// <summary>The host that was called.</summary>
    public const string ServerAddress = "server.address";

    /// <summary>The port that was called.</summary>
    public const string ServerPort = "server.port";

    /// <summary>Ours: the format of the image.</summary>
    public const string ImageFormat = "vision.image.format";

    /// <summary>Ours: the size of the encoded image in bytes.</summary>
    public const string ImageSize = "vision.image.size";

    /// <summary>Ours: width of the upright image in pixels.</summary>
    public const string ImageWidth = "vision.image.width";

    /// <summary>Ours: height of the upright image in pixels.</summary>
    public const string ImageHeight = "vision.image.height";

    /// <summary>Ours: where an analysis came from, <c>memory</c>, <c>redis</c>, <c>coalesced</c> or <c>miss</c>.</summary>
    public const string CacheResult = "vision.cache.result";

    /// <summary>Ours: the queue in which work waited.</summary>
    public const string QueueName = "vision.queue.name";

    /// <summary>Ours: the number of the attempt at a job, from 1.</summary>
    public const string JobAttempt = "vision.job.attempt";
}
