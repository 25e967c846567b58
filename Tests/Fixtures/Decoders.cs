using Vision.Decoding;
using Vision.Decoding.Turbo;
using Xunit;

namespace Tests.Fixtures;

/// <summary>Every decoder of the build: what holds for one must hold for all.</summary>
internal static class Decoders
{
    private static readonly Dictionary<string, IImageDecoder> ByName =
        ImageDecoders.Available().ToDictionary(static decoder => decoder.GetType().Name, StringComparer.Ordinal);

    /// <summary>Their names, for theories.</summary>
    public static TheoryData<string> Names => [.. ByName.Keys];

    public static IEnumerable<IImageDecoder> All => ByName.Values;

    public static IImageDecoder Named(string name) => ByName[name];

    /// <summary>The names of those that have a way of their own with a format.</summary>
    public static IEnumerable<string> Of(string format) =>
        ByName.Where(entry => entry.Value is not TurboJpegDecoder || format == "jpeg").Select(static entry => entry.Key);
}
