using System.IO.Compression;
using NetVips;

namespace Tests.Fixtures;

/// <summary>Pictures of one colour, plain, with a profile of a wide gamut, or as the frames of an animation.</summary>
internal static class FlatColor
{
    public const int Side = 16;

    public static readonly double[] Red = [200, 30, 30];
    public static readonly double[] Blue = [30, 30, 200];
    public static readonly double[] Violet = [120, 30, 200];

    private const int LargestJpegPiece = 65_000;

    public static byte[] Png() => Png(Red);

    public static byte[] Png(double[] color) => Encode(color, static picture => picture.PngsaveBuffer());

    /// <summary>An animation whose first frame is red, and whose other frames take turns in being blue and violet: equal ones would be joined.</summary>
    public static byte[] AnimatedGif(int frames) => Animated(frames, static pages => pages.GifsaveBuffer(pageHeight: Side));

    /// <inheritdoc cref="AnimatedGif"/>
    public static byte[] AnimatedWebp(int frames) => Animated(frames, static pages => pages.WebpsaveBuffer(pageHeight: Side, lossless: true));

    /// <inheritdoc cref="AnimatedGif"/>
    public static byte[] AnimatedPng(int frames)
    {
        var red = PngFile.ImageData(Encode(Red, static picture => picture.PngsaveBuffer()));
        var blue = PngFile.ImageData(Encode(Blue, static picture => picture.PngsaveBuffer()));
        List<byte> later = [];
        uint sequence = 1;
        for (var frame = 1; frame < frames; frame++)
        {
            later.AddRange(PngFile.FrameControl(sequence++, Side, Side));
            later.AddRange(PngFile.Chunk("fdAT"u8, [.. EncodedNumber.Big32(sequence++), .. blue]));
        }

        return
        [
            .. PngFile.Signature, .. PngFile.Header(Side, Side, colorType: 2), .. PngFile.AnimationControl((uint)frames),
            .. PngFile.FrameControl(0, Side, Side), .. PngFile.Chunk("IDAT"u8, red), .. later, .. PngFile.End(),
        ];
    }

    /// <summary>Files of each format that has profiles, whose samples mean red in that profile alone; the profile is filled up to a size.</summary>
    public static IReadOnlyDictionary<string, byte[]> WithProfile(int profileBytes)
    {
        using var plain = Draw(Red);
        using var wide = plain.IccTransform("p3", inputProfile: "srgb");
        var profile = new byte[profileBytes];
        ((byte[])wide.Get("icc-profile-data")).CopyTo(profile, 0);
        EncodedNumber.Big32((uint)profileBytes).CopyTo(profile, 0);
        using var bare = wide.Mutate(static image => image.Remove("icc-profile-data"));
        var webp = bare.WebpsaveBuffer(lossless: true);
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["png"] = PngFile.WithChunks(bare.PngsaveBuffer(), PngFile.Chunk("iCCP"u8, [.. "p3\0\0"u8, .. Compressed(profile)])),
            ["jpeg"] = JpegFile.WithSegments(bare.JpegsaveBuffer(q: 100), [.. JpegPieces(profile)]),
            ["webp"] = WebpFile.Container(
                [.. WebpFile.Canvas(Side, Side, WebpFile.ProfileFlag), .. WebpFile.Chunk("ICCP"u8, profile), .. WebpFile.BitstreamOf(webp)]),
        };
    }

    public static byte[] Compressed(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static IEnumerable<byte> JpegPieces(byte[] profile)
    {
        var pieces = profile.Chunk(LargestJpegPiece).ToList();
        return pieces.SelectMany((piece, index) => JpegFile.ProfilePiece(index + 1, pieces.Count, piece));
    }

    private static byte[] Animated(int frames, Func<Image, byte[]> encode)
    {
        using var first = Draw(Red);
        using var turn = Draw(Blue).Join(Draw(Violet), Enums.Direction.Vertical);
        using var turns = turn.Replicate(1, (frames / 2) + 1);
        using var pages = first.Join(turns, Enums.Direction.Vertical).Crop(0, 0, Side, frames * Side);
        return encode(pages);
    }

    private static byte[] Encode(double[] color, Func<Image, byte[]> encode)
    {
        using var picture = Draw(color);
        return encode(picture);
    }

    private static Image Draw(double[] color) => (Image.Black(Side, Side, bands: 3) + color)
        .Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
}
