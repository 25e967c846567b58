using Contracts;
using Vision.Decoding;
using Vision.Probing;

namespace Vision.Colors;

/// <summary>
/// A picture at a size at which its colours are quickly counted. Where the resize mixed two colours at an edge, a third one
/// arises that nobody sees in the picture; the pixels that bear such a one are known here.
/// </summary>
internal sealed class ReducedPicture : IDisposable
{
    /// <summary>So many pixels tell shares to a fraction of a percent, and leave something of thin lines.</summary>
    private const int MaximumPixels = 192 * 192;

    /// <summary>How much two neighbours must differ in a channel for there to be an edge between them, of 255.</summary>
    private const int EdgeContrast = 64;

    /// <summary>How much a mixture must differ from each of them.</summary>
    private const int MixtureContrast = 2;

    private readonly PixelBuffer pixels;
    private readonly bool isReduced;

    public ReducedPicture(FeatureContext context)
    {
        var request = SizeFor(context.Header);
        isReduced = request.Width < context.Header.UprightWidth || request.Height < context.Header.UprightHeight;
        pixels = context.Decode(request);
    }

    /// <summary>The colours of all pixels.</summary>
    public List<WeightedColor> AllColors() => Count(static (_, _) => true);

    /// <summary>The colours of the pixels that are not mixed by the resize.</summary>
    public List<WeightedColor> PureColors() => isReduced ? Count((x, y) => !IsMixed(x, y)) : AllColors();

    public void Dispose() => pixels.Dispose();

    // The colours are those that people see, so they are not equalised. A picture that is small is taken as it is.
    private static PixelRequest SizeFor(ImageHeader header)
    {
        var (width, height) = (header.UprightWidth, header.UprightHeight);
        var scale = Math.Min(1, Math.Sqrt(MaximumPixels / ((double)width * height)));
        return new PixelRequest(
            Math.Max(1, (int)Math.Round(width * scale)),
            Math.Max(1, (int)Math.Round(height * scale)),
            CropRule.None,
            CropFraction: 1,
            ResizeKernel.Bilinear,
            Equalization.None);
    }

    private List<WeightedColor> Count(Func<int, int, bool> isCounted)
    {
        var histogram = new ColorHistogram();
        for (var y = 0; y < pixels.Height; y++)
        {
            for (var x = 0; x < pixels.Width; x++)
            {
                if (isCounted(x, y))
                {
                    var pixel = At(x, y);
                    histogram.Add(pixel[0], pixel[1], pixel[2]);
                }
            }
        }

        return histogram.Colors();
    }

    private bool IsMixed(int x, int y) =>
        (x > 0 && x < pixels.Width - 1 && IsBetween(At(x, y), At(x - 1, y), At(x + 1, y)))
        || (y > 0 && y < pixels.Height - 1 && IsBetween(At(x, y), At(x, y - 1), At(x, y + 1)));

    private static bool IsBetween(ReadOnlySpan<byte> pixel, ReadOnlySpan<byte> before, ReadOnlySpan<byte> behind)
    {
        for (var channel = 0; channel < PixelBuffer.Channels; channel++)
        {
            if (pixel[channel] < Math.Min(before[channel], behind[channel]) || pixel[channel] > Math.Max(before[channel], behind[channel]))
            {
                return false;
            }
        }

        return Contrast(before, behind) > EdgeContrast
            && Contrast(pixel, before) > MixtureContrast && Contrast(pixel, behind) > MixtureContrast;
    }

    private static int Contrast(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Math.Max(
        Math.Abs(one[0] - other[0]), Math.Max(Math.Abs(one[1] - other[1]), Math.Abs(one[2] - other[2])));

    private ReadOnlySpan<byte> At(int x, int y) =>
        pixels.Span.Slice(((y * pixels.Width) + x) * PixelBuffer.Channels, PixelBuffer.Channels);
}
