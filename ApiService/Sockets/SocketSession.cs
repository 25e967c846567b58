using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using ApiService.Caching;
using ApiService.Inference;
using ApiService.Ingest;
using ApiService.Telemetry;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Problems;
using Vision;

namespace ApiService.Sockets;

/// <summary>One image over one socket, from the first frame to the answer.</summary>
internal sealed class SocketSession(AnalysisCache cache, IngestBudget budget, IOptions<InferenceOptions> inference)
{
    /// <summary>Takes the image in, answers, and closes the socket.</summary>
    /// <param name="context">The request that became a socket.</param>
    /// <param name="frames">The socket.</param>
    /// <param name="cancellationToken">Cancelled when the deadline passes, or the connection is gone.</param>
    public async Task RunAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            var (problem, status) = await AnswerAsync(context, frames, cancellationToken);
            if (problem is not null)
            {
                await frames.SendAsync(SocketMessages.Problem(ProblemWriter.Describe(context, problem)));
            }

            var isViolation = status == WebSocketCloseStatus.PolicyViolation;
            await frames.CloseAsync(status, (isViolation ? problem?.Message : problem?.Code.Code) ?? string.Empty);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or SenderLeftException)
        {
            // The sender is gone; there is nobody to tell.
        }
    }

    /// <summary>Sends the analysis, or gives the problem to send in its place, and the status to close with.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The socket is open: whatever went wrong can only be its last frame.")]
    private async Task<(ProblemException? Problem, WebSocketCloseStatus Status)> AnswerAsync(
        HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            await AnalyzeAsync(context, frames, cancellationToken);
            return (null, WebSocketCloseStatus.NormalClosure);
        }
        catch (SocketViolationException violation)
        {
            return (violation.Problem, violation.Status);
        }
        catch (Exception exception) when (
            exception is not (WebSocketException or SenderLeftException) && !context.RequestAborted.IsCancellationRequested)
        {
            var problem = RequestProblems.Of(context, exception);
            return (problem, problem.Code == ErrorCodes.ImageTooLarge
                ? WebSocketCloseStatus.MessageTooBig
                : WebSocketCloseStatus.NormalClosure);
        }
    }

    private async Task AnalyzeAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        var upload = new SocketUpload(frames, cancellationToken);
        var start = await upload.ReadStartAsync(inference.Value.DefaultModel, context.Request.Query);
        using var image = new ReceivedImage(start.Bytes, budget);
        await ReceiveAsync(upload, image, start);
        RequestDeadline.BodyReceived(context);
        var deadline = Deadline.In(RequestDeadline.LeftOf(context));
        var use = CacheUses.Of(context.Request);
        var reply = await WhileWatchedAsync(
            upload, token => cache.AnalyzeAsync(image, start.Options, use, progress: null, deadline, token), cancellationToken);
        await frames.SendAsync(SocketMessages.Analysis(reply.Json));
    }

    private static async Task ReceiveAsync(SocketUpload upload, ReceivedImage image, SocketStart start)
    {
        using var activity = ApiTelemetry.Source.StartActivity("ingest");
        await upload.ReadImageAsync(image, start);
        image.Complete();
        if (start.Digest is { } digest && image.Image.Digest != digest)
        {
            throw new SocketViolationException(
                WebSocketCloseStatus.PolicyViolation, InvalidRequest.Of("sha256", "The bytes that came have another digest."));
        }
    }

    /// <summary>Works for a sender who has nothing more to say; when something comes, or it leaves, the work ends.</summary>
    private static async Task<AnalysisReply> WhileWatchedAsync(
        SocketUpload upload, Func<CancellationToken, Task<AnalysisReply>> analyze, CancellationToken cancellationToken)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var analysis = analyze(working.Token);

        // It goes on until the socket is closed, and then ends by an exception that tells nothing new.
        var watch = upload.WatchAsync();
        if (await Task.WhenAny(analysis, watch) == watch)
        {
            await working.CancelAsync();
            await ((Task)analysis).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await watch;
        }

        return await analysis;
    }
}
