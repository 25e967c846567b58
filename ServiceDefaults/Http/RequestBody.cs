using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Http;

/// <summary>Reads bodies from the server's own buffers, piece by piece.</summary>
public static class RequestBody
{
    /// <summary>Hands each piece of the body to a reader, as it arrives.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Takes what is there, and whether that is the end; gives back what it could not use yet.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ReadAsync(
        HttpRequest request, Func<ReadOnlySequence<byte>, bool, ReadOnlySequence<byte>> read, CancellationToken cancellationToken)
    {
        var body = request.BodyReader;
        while (true)
        {
            var result = await ReadAsync(body, cancellationToken);
            var rest = result.Buffer.Slice(result.Buffer.End);
            try
            {
                rest = read(result.Buffer, result.IsCompleted);
            }
            finally
            {
                // Also when the body is refused in the middle: the server then drains or drops the rest by itself.
                body.AdvanceTo(rest.Start, rest.End);
            }

            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Reads what is there. A read that its token cancels would leave the server's reader unusable, and the connection with it;
    /// one that is told to end does not.
    /// </summary>
    public static async ValueTask<ReadResult> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        await using var ending = cancellationToken.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), body);
        var result = await body.ReadAsync(CancellationToken.None);
        if (!result.IsCanceled)
        {
            return result;
        }

        body.AdvanceTo(result.Buffer.Start);
        throw new OperationCanceledException("The reading of the body was ended.", cancellationToken);
    }

    /// <summary>Hands each piece of the body to a reader that can use any piece.</summary>
    public static Task ReadAsync(HttpRequest request, Action<ReadOnlySpan<byte>> append, CancellationToken cancellationToken) =>
        ReadAsync(
            request,
            (pieces, _) =>
            {
                foreach (var piece in pieces)
                {
                    append(piece.Span);
                }

                return pieces.Slice(pieces.End);
            },
            cancellationToken);
}
