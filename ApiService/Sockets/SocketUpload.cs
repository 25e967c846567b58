using System.Net.WebSockets;
using ApiService.Ingest;
using Contracts;
using Vision.Probing;

namespace ApiService.Sockets;

/// <summary>Takes one image in, frame by frame.</summary>
internal sealed class SocketUpload(SocketFrames frames, CancellationToken cancellationToken)
{
    private const int LongestStart = 16 * 1024;

    /// <summary>Reads the first frame.</summary>
    /// <exception cref="ProblemException">It is no text, or something in it is wrong.</exception>
    public async Task<SocketStart> ReadStartAsync(string defaultModel, IQueryCollection query)
    {
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await frames.ReceiveAsync(length, cancellationToken);
            length += received.Count;
            if (received.MessageType != WebSocketMessageType.Text || length > LongestStart)
            {
                throw InvalidRequest.Of("body", "The first frame must be a text of 16 KB at most.");
            }
        }
        while (!received.EndOfMessage);

        var start = SocketStart.Read(frames.Received.Span[..length], defaultModel, query);
        return start.Bytes <= ImageLimits.MaximumBytes
            ? start
            : throw new ProblemException(ErrorCodes.ImageTooLarge, $"An image may have at most {ImageLimits.MaximumBytes} bytes.");
    }

    /// <summary>Reads the image, and tells the sender how much has come. The last frame may end by an empty piece.</summary>
    public async Task ReadImageAsync(ReceivedImage image, SocketStart start)
    {
        var isEnded = true;
        for (var total = 0L; total < start.Bytes || !isEnded;)
        {
            var received = await frames.ReceiveAsync(0, cancellationToken);
            isEnded = received.EndOfMessage;
            total += received.Count;
            if (received.MessageType != WebSocketMessageType.Binary)
            {
                throw InvalidRequest.Of("body", "The image must come in binary frames.");
            }

            if (total > start.Bytes)
            {
                throw TooMuch();
            }

            image.Append(frames.Received.Span[..received.Count]);
            await frames.SendAsync(SocketMessages.Received(total));
        }
    }

    /// <summary>Watches the socket while the image is being analysed; only empty frames may come. It ends by exception alone.</summary>
    /// <exception cref="SocketViolationException">More data came.</exception>
    /// <exception cref="SenderLeftException">The sender does not wait for the answer.</exception>
    public async Task WatchAsync()
    {
        while ((await frames.ReceiveLaterAsync(cancellationToken)).Count == 0)
        {
        }

        throw TooMuch();
    }

    private static SocketViolationException TooMuch() => new(
        WebSocketCloseStatus.MessageTooBig, InvalidRequest.Of("bytes", "More bytes came than were announced."));
}
