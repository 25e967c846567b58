using Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vision.Captions.Chat;

/// <summary>Has captions written by a language model behind an OpenAI-compatible endpoint, on Semantic Kernel.</summary>
internal sealed partial class ChatCaptioner(
    ChatEndpoint endpoint,
    CaptionBreaker breaker,
    CaptionTelemetry telemetry,
    IOptions<CaptioningOptions> options,
    TimeProvider time,
    ILogger<ChatCaptioner> logger) : ICaptioner, IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.MaximumConcurrency);

    public async Task<Caption?> DescribeAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
        {
            return null;
        }

        var answer = await AskInTimeAsync(run.Context, cancellationToken);
        if (answer.Failure is null && CaptionText.Clean(answer.Text) is { } text)
        {
            return new Caption(text, options.Value.Model);
        }

        var failure = answer.Failure ?? CaptionFailure.Empty;
        telemetry.FellBack(failure.Reason);
        LogFellBack(logger, failure.IsLoad ? LogLevel.Debug : LogLevel.Warning, failure.Reason);
        return null;
    }

    public void Dispose() => places.Dispose();

    private async Task<ChatAnswer> AskInTimeAsync(FeatureContext context, CancellationToken cancellationToken)
    {
        var deadline = Deadline.In(CaptionTime.ForEndpoint(context.Deadline, options.Value.Timeout), time);
        using var limit = new CancellationTokenSource(deadline.Left!.Value, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ChatAnswer.Of(CaptionFailure.Busy);
        }

        try
        {
            return await AskAsync(new ReducedPicture(context), deadline, either.Token, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ChatAnswer.Of(CaptionFailure.OutOfTime);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Asks a second time where that may help and there is time for it.</summary>
    private async Task<ChatAnswer> AskAsync(
        ReducedPicture picture, Deadline deadline, CancellationToken either, CancellationToken callerLeft)
    {
        var answer = await AskOnceAsync(picture, either, callerLeft);
        if (answer.Failure?.RetryAfter is not { } pause || pause >= deadline.Left)
        {
            return answer;
        }

        await Task.Delay(pause, time, either);
        return await AskOnceAsync(picture, either, callerLeft);
    }

    private Task<ChatAnswer> AskOnceAsync(ReducedPicture picture, CancellationToken either, CancellationToken callerLeft) => breaker.RunAsync(
        async token =>
        {
            var jpeg = await picture.EncodeAsync(token);
            var started = time.GetTimestamp();
            try
            {
                return await endpoint.AskAsync(jpeg, token);
            }
            catch (OperationCanceledException) when (
                !callerLeft.IsCancellationRequested && time.GetElapsedTime(started) >= options.Value.BreakerSlowAfter)
            {
                return ChatAnswer.Of(CaptionFailure.Timeout);
            }
        },
        either);

    [LoggerMessage(Message = "The captioning endpoint gave no caption ({Reason}); the local sentence stands in")]
    private static partial void LogFellBack(ILogger logger, LogLevel level, string reason);
}
