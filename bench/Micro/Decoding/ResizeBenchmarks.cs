using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Vision.Decoding;
using Vision.Decoding.Resizing;

namespace Micro.Decoding;

/// <summary>The resize by itself: the square in the middle of a decoded picture of 500 × 375 pixels.</summary>
public class ResizeBenchmarks
{
    private const int Width = 500;
    private const int Height = 375;
    private const double CropFraction = 0.875;

    private readonly byte[] picture = new byte[SeparableResize.RoomFor(Width, Height)];

    /// <summary>The input of EfficientNet-lite0, and of lite2.</summary>
    [Params(224, 260)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        if (!SeparableResize.IsSupported)
        {
            throw new PlatformNotSupportedException("This processor has no AVX2.");
        }

        RandomNumberGenerator.Fill(picture);
    }

    [Benchmark(Description = "bicubic resize")]
    public void Resize()
    {
        var crop = CropRectangle.Of(Width, Height, CropRule.CenterSquare, CropFraction);
        using var pixels = new PixelBuffer(Side, Side);
        SeparableResize.Apply(
            picture, Width, new LinePart(crop.Left, crop.Width), new LinePart(crop.Top, crop.Height), ResizeKernel.Bicubic, pixels);
    }
}
