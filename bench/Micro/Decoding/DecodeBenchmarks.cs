using BenchmarkDotNet.Attributes;
using Contracts;
using Load;
using Load.Requests;
using Vision;
using Vision.Decoding;
using Vision.Probing;

namespace Micro.Decoding;

/// <summary>From a JPEG to the pixels that a model looks at, by every decoder that this machine can run.</summary>
public class DecodeBenchmarks
{
    private static readonly Dictionary<string, IImageDecoder> All =
        ImageDecoders.Available().ToDictionary(static decoder => decoder.GetType().Name, StringComparer.Ordinal);

    private IImageDecoder decoder = null!;
    private EncodedImage small;
    private EncodedImage profiled;
    private EncodedImage large;

    public static IEnumerable<string> Decoders => All.Keys;

    [ParamsSource(nameof(Decoders))]
    public string Decoder { get; set; } = string.Empty;

    /// <summary>The input of EfficientNet-lite0, and of lite2.</summary>
    [Params(224, 260)]
    public int Side { get; set; }

    private PixelRequest Request => new(Side, Side, CropRule.CenterSquare, CropFraction: 0.875, ResizeKernel.Bicubic, Equalization.None);

    [GlobalSetup]
    public void Prepare()
    {
        decoder = All[Decoder];
        (small, large) = (Encoded(LoadPicture.Create()), Encoded(LargePicture.Create()));
        profiled = Encoded(File.ReadAllBytes(Path.Combine(RepositoryFolder.Path, "Tests", "Data", "images", "rocket.jpg")));
    }

    [Benchmark(Description = "500 x 375")]
    public void Small() => decoder.Decode(small, Request).Dispose();

    [Benchmark(Description = "640 x 427, Adobe RGB")]
    public void Profiled() => decoder.Decode(profiled, Request).Dispose();

    [Benchmark(Description = "4000 x 3000")]
    public void Large() => decoder.Decode(large, Request).Dispose();

    private static EncodedImage Encoded(byte[] bytes) => new(bytes, ImageDigest.Of(bytes), ImageProbe.Read(bytes));
}
