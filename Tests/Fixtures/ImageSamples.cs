using Xunit;

namespace Tests.Fixtures;

/// <summary>Small valid files of every kind that is read, by the name of the kind.</summary>
internal static class ImageSamples
{
    public static IReadOnlyDictionary<string, byte[]> ByName { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["jpeg"] = EncodedPicture.Jpeg(),
        ["jpeg, progressive"] = EncodedPicture.Jpeg(isProgressive: true),
        ["jpeg, cmyk"] = EncodedPicture.CmykJpeg(),
        ["jpeg with exif"] = JpegFile.WithExif(ExifBlock.WithOrientation(6)),
        ["png"] = EncodedPicture.Png(),
        ["png, interlaced"] = EncodedPicture.Png(isInterlaced: true),
        ["png, palette with transparency"] = EncodedPicture.TransparentPng(hasPalette: true),
        ["png, animated, with exif"] = PngFile.WithSize(1, 1, [.. PngFile.AnimationControl(3), .. PngFile.Exif(ExifBlock.WithOrientation(6))]),
        ["webp"] = EncodedPicture.Webp(isLossless: false),
        ["webp, lossless"] = EncodedPicture.Webp(isLossless: true),
        ["webp with alpha"] = EncodedPicture.TransparentWebp(isLossless: false),
        ["webp, animated"] = EncodedPicture.AnimatedWebp(3),
        ["webp, bare bitstream"] = WebpFile.Container(WebpFile.Lossless(8, 6)),
        ["webp with exif"] = WebpFile.WithExif(ExifBlock.WithOrientation(6)),
        ["gif"] = EncodedPicture.Gif(),
        ["gif, animated"] = EncodedPicture.AnimatedGif(3),
        ["gif, written by hand"] = GifFile.Animation(3),
    };

    /// <summary>All files of a format, given as <c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>gif</c>.</summary>
    public static IReadOnlyList<byte[]> OfFormat(string format) =>
        [.. ByName.Where(sample => sample.Key.StartsWith(format, StringComparison.Ordinal)).Select(sample => sample.Value)];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. ByName.Keys];
}
