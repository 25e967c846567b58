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
    private const int ChunkBytes = 64 * 1024;

    public async Task RunAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            await AnalyzeAsync(context, frames, cancellationToken);
            await frames.CloseAsync(WebSocketCloseStatus.NormalClosure, string.Empty, cancellationToken);
        }
        catch (ProblemException problem)
        {
            await SendProblemAsync(context, frames, problem, cancellationToken);
            var status = problem.Code == ErrorCodes.ImageTooLarge ? WebSocketCloseStatus.MessageTooBig : WebSocketCloseStatus.NormalClosure;
            await frames.CloseAsync(status, problem.Code.Code, cancellationToken);
        }
        catch (SocketViolationException violation)
        {
            await frames.CloseAsync(violation.Status, violation.Message, cancellationToken);
        }
        catch (WebSocketException)
        {
            // The sender is gone; there is nobody to tell.
        }
    }

    private async Task AnalyzeAsync(HttpContext context, SocketFrames frames, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var start = await ReadStartAsync(context, frames, chunk, cancellationToken);
            using var image = new ReceivedImage(start.Bytes, budget);
            await ReceiveAsync(frames, image, start, chunk, cancellationToken);
            image.Complete();
            await CheckDigestAsync(context, frames, image, start, cancellationToken);
            RequestDeadline.BodyReceived(context);
            var reply = await cache.AnalyzeAsync(image, start.Options, CacheUses.Of(context.Request), progress: null, cancellationToken);
            await frames.SendAsync(Wrap("analysis", json => json.WriteRawValue(reply.Json.Span, skipInputValidation: true)), cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private async Task<SocketStart> ReadStartAsync(
        HttpContext context, SocketFrames frames, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await frames.ReceiveAsync(chunk[length..LongestStart], cancellationToken);
            length += received.Count;
            if (received.MessageType != WebSocketMessageType.Text || (length == LongestStart && !received.EndOfMessage))
            {
                throw InvalidRequest.Of("body", "The first frame must be a text of 16 KB at most.");
            }
        }
        while (!received.EndOfMessage);

        var start = SocketStart.Read(chunk.Span[..length], inference.Value.DefaultModel, context.Request.Query);
        return start.Bytes <= ImageLimits.MaximumBytes
            ? start
            : throw new ProblemException(ErrorCodes.ImageTooLarge, $"An image may have at most {ImageLimits.MaximumBytes} bytes.");
    }

    private static async Task ReceiveAsync(
        SocketFrames frames, ReceivedImage image, SocketStart start, Memory<byte> chunk, CancellationToken cancellationToken)
    {
        for (var total = 0L; total < start.Bytes;)
        {
            var received = await frames.ReceiveAsync(chunk, cancellationToken);
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

            image.Append(chunk.Span[..received.Count]);
            await frames.SendAsync(Wrap("received", json => json.WriteNumberValue(total)), cancellationToken);
        }
    }

    private static async Task CheckDigestAsync(
        HttpContext context, SocketFrames frames, ReceivedImage image, SocketStart start, CancellationToken cancellationToken)
    {
        if (start.Digest is { } digest && image.Image.Digest != $"sha256:{digest}")
        {
            var problem = InvalidRequest.Of("sha256", "The bytes that came have another digest.");
            await SendProblemAsync(context, frames, problem, cancellationToken);
            throw new SocketViolationException(WebSocketCloseStatus.PolicyViolation, problem.Message);
        }
    }

    private static async Task SendProblemAsync(
        HttpContext context, SocketFrames frames, ProblemException problem, CancellationToken cancellationToken) =>
        await frames.SendAsync(
            Wrap("problem", json => JsonSerializer.Serialize(
                json, ProblemWriter.Describe(context, problem), ContractsJsonContext.Default.Problem)),
            cancellationToken);

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
