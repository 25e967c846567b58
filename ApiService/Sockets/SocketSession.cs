using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using ApiService.Caching;
using ApiService.Inference;
using ApiService.Ingest;
using Contracts;
using Microsoft.Extensions.Options;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Problems;
using Vision.Probing;

namespace ApiService.Sockets;

/// <summary>One image over one socket, from the first frame to the answer.</summary>
internal sealed class SocketSession(AnalysisCache cache, IngestBudget budget, IOptions<InferenceOptions> inference)
{
    private const int LongestStart = 16 * 1024;

    /// <param name="context">The request that became the socket.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="cancellationToken">Ends the work when the sender leaves or the deadline passes; the socket stays open to say so.</param>
    public async Task RunAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            await AnalyzeOrTellAsync(context, frames, cancellationToken);
        }
        catch (SocketViolationException violation)
        {
            await frames.CloseAsync(violation.Status, violation.Message);
        }
        catch (Exception exception) when (exception is WebSocketException
            || (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // The sender is gone; there is nobody to tell.
        }
    }

    private async Task AnalyzeOrTellAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            await AnalyzeAsync(context, frames, cancellationToken);
            await frames.CloseAsync(WebSocketCloseStatus.NormalClosure, string.Empty);
        }
        catch (Exception exception) when (ProblemOf(context, exception) is { } problem)
        {
            await SendProblemAsync(context, frames, problem);
            var status = problem.Code == ErrorCodes.ImageTooLarge ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.NormalClosure;
            await frames.CloseAsync(status, problem.Code.Code);
        }
    }

    private static ProblemException? ProblemOf(HttpContext context, Exception exception) => exception switch
    {
        ProblemException problem => problem,
        OperationCanceledException when RequestDeadline.HasPassed(context) =>
            new ProblemException(ErrorCodes.DeadlineExceeded, "The deadline of the request passed before its answer was ready."),
        _ => null,
    };

    private async Task AnalyzeAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        var start = await ReadStartAsync(context, frames, cancellationToken);
        using var image = new ReceivedImage(start.Bytes, budget);
        await ReceiveAsync(frames, image, start, cancellationToken);
        image.Complete();
        await CheckDigestAsync(context, frames, image, start);
        RequestDeadline.BodyReceived(context);
        var reply = await cache.AnalyzeAsync(image, start.Options, CacheUses.Of(context.Request), progress: null, cancellationToken);
        await frames.SendAsync(Wrap("analysis", json => json.WriteRawValue(reply.Json.Span, skipInputValidation: true)));
    }

    private async Task<SocketStart> ReadStartAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await frames.ReceiveAsync(frames.Buffer[length..LongestStart], cancellationToken);
            length += received.Count;
            if (received.MessageType != WebSocketMessageType.Text || (length == LongestStart && !received.EndOfMessage))
            {
                throw InvalidRequest.Of("body", "The first frame must be a text of 16 KB at most.");
            }
        }
        while (!received.EndOfMessage);

        var start = SocketStart.Read(frames.Buffer.Span[..length], inference.Value.DefaultModel, context.Request.Query);
        return start.Bytes <= ImageLimits.MaximumBytes
            ? start
            : throw new ProblemException(ErrorCodes.ImageTooLarge, $"An image may have at most {ImageLimits.MaximumBytes} bytes.");
    }

    private static async Task ReceiveAsync(
        SocketFrames frames, ReceivedImage image, SocketStart start, CancellationToken cancellationToken)
    {
        for (var total = 0L; total < start.Bytes;)
        {
            var received = await frames.ReceiveAsync(frames.Buffer, cancellationToken);
            total += received.Count;
            if (received.MessageType != WebSocketMessageType.Binary)
            {
                throw InvalidRequest.Of("body", "The image must come in binary frames.");
            }

            // With the last byte the frame must end too.
            if (total > start.Bytes || (total == start.Bytes && !received.EndOfMessage))
            {
                throw new SocketViolationException(WebSocketCloseStatus.MessageTooBig, "More bytes came than were announced.");
            }

            image.Append(frames.Buffer.Span[..received.Count]);
            await frames.SendAsync(Wrap("received", json => json.WriteNumberValue(total)));
        }
    }

    private static async Task CheckDigestAsync(
        HttpContext context, SocketFrames frames, ReceivedImage image, SocketStart start)
    {
        if (start.Digest is { } digest && image.Image.Digest != $"sha256:{digest}")
        {
            var problem = InvalidRequest.Of("sha256", "The bytes that came have another digest.");
            await SendProblemAsync(context, frames, problem);
            throw new SocketViolationException(WebSocketCloseStatus.PolicyViolation, problem.Message);
        }
    }

    private static Task SendProblemAsync(HttpContext context, SocketFrames frames, ProblemException problem) =>
        frames.SendAsync(Wrap("problem", json => JsonSerializer.Serialize(
            json, ProblemWriter.Describe(context, problem), ContractsJsonContext.Default.Problem)));

    private static ReadOnlyMemory<byte> Wrap(string member, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WritePropertyName(member);
        write(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
