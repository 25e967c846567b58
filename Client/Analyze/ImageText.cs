using System.Buffers;
using System.Text.Json;

namespace Client;

/// <summary>Writes an image as a base64 text in JSON, piece by piece.</summary>
internal static class ImageText
{
    /// <summary>How much of an image is written at once.</summary>
    private const int PieceBytes = 48 * 1024;

    public static async Task WriteAsync(Utf8JsonWriter json, Stream image, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            int read;
            while ((read = await image.ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken)) > 0)
            {
                json.WriteBase64StringSegment(piece.AsSpan(0, read), isFinalSegment: false);
                await json.FlushAsync(cancellationToken);
            }

            json.WriteBase64StringSegment([], isFinalSegment: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
