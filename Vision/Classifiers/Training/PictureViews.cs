using Contracts;
using Vision.Decoding;
using Vision.Models;

namespace Vision.Classifiers.Training;

/// <summary>
/// The variants of one picture: as an analysis sees it, that one mirrored, and two crops of four fifths of each side from opposite
/// corners, the second one mirrored. They teach a head that a class does not depend on the side or the framing.
/// </summary>
internal static class PictureViews
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    private const double Magnification = 1.25;

    /// <summary>Computes the embedding of each.</summary>
    public static IReadOnlyList<float[]> Embed(EncodedImage image, LoadedModel backbone, IImageDecoder decoder)
    {
        var request = backbone.PixelsFor(new AnalysisOptions());
        using var whole = decoder.Decode(image, request);
        using var mirrored = Part(whole, request, left: 0, top: 0, isMirrored: true);
        using var large = decoder.Decode(image, request with
        {
            Width = (int)(request.Width * Magnification),
            Height = (int)(request.Height * Magnification),
        });
        using var upperLeft = Part(large, request, left: 0, top: 0, isMirrored: false);
        using var lowerRight = Part(large, request, large.Width - request.Width, large.Height - request.Height, isMirrored: true);
        return [.. new[] { whole, mirrored, upperLeft, lowerRight }.Select(view => backbone.Classifier.Classify(view).Embedding)];
    }

    private static PixelBuffer Part(PixelBuffer source, PixelRequest size, int left, int top, bool isMirrored)
    {
        var part = new PixelBuffer(size.Width, size.Height);
        var rowBytes = size.Width * PixelBuffer.Channels;
        for (var y = 0; y < size.Height; y++)
        {
            var from = source.Span.Slice((((top + y) * source.Width) + left) * PixelBuffer.Channels, rowBytes);
            var to = part.Span.Slice(y * rowBytes, rowBytes);
            if (!isMirrored)
            {
                from.CopyTo(to);
                continue;
            }

            for (var x = 0; x < rowBytes; x += PixelBuffer.Channels)
            {
                from.Slice(x, PixelBuffer.Channels).CopyTo(to[(rowBytes - PixelBuffer.Channels - x)..]);
            }
        }

        return part;
    }
}
