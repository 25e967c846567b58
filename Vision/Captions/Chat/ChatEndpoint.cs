using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using OpenAI.Chat;

namespace Vision.Captions.Chat;

/// <summary>The configured endpoint: one question with one picture, one answer.</summary>
internal sealed class ChatEndpoint(
    IHttpClientFactory clients, IOptions<CaptioningOptions> options, CaptionTelemetry telemetry, TimeProvider time)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string ClientName = "captioning";

    private const string JpegType = "image/jpeg";

    private readonly Lazy<OpenAIChatCompletionService> chat = new(() => Connect(clients.CreateClient(ClientName), options.Value));
    private readonly string prompt = $"{options.Value.Prompt.Trim()} Answer in {options.Value.Language}, with nothing but the sentence.";
    private readonly OpenAIPromptExecutionSettings settings = new() { MaxTokens = options.Value.MaximumTokens };

    /// <summary>Asks once what a picture shows.</summary>
    /// <param name="jpeg">The picture, without metadata.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [SuppressMessage("Design", "CA1031", Justification = "The libraries throw whatever a strange answer makes them throw; all of it means that there is none.")]
    public async Task<ChatAnswer> AskAsync(ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        using var call = telemetry.Ask();
        var started = time.GetTimestamp();
        CaptionFailure? failure = null;
        try
        {
            var history = new ChatHistory();
            history.AddUserMessage([new TextContent(prompt), new ImageContent(jpeg, JpegType)]);
            var answer = await chat.Value.GetChatMessageContentAsync(history, settings, kernel: null, cancellationToken);
            if ((answer.InnerContent as ChatCompletion)?.Usage is { } usage)
            {
                telemetry.Used(call, usage.InputTokenCount, usage.OutputTokenCount);
            }

            return ChatAnswer.Of(answer.Content);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            failure = CaptionFailure.OutOfTime;
            throw;
        }
        catch (Exception exception)
        {
            failure = CaptionFailure.Of(exception, time);
            return ChatAnswer.Of(failure);
        }
        finally
        {
            telemetry.Asked(call, time.GetElapsedTime(started), failure?.Reason);
        }
    }

    // No logger goes in: at their lowest levels the libraries write prompts and answers. Attempts and time are counted here and in
    // ChatCaptioner, so their own retries and limits are off.
    private static OpenAIChatCompletionService Connect(HttpClient client, CaptioningOptions options)
    {
        var connection = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(client),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        return new OpenAIChatCompletionService(options.Model!, new OpenAIClient(new ApiKeyCredential("none"), connection));
    }
}
