using NetVips;

namespace Tests.Fixtures;

/// <summary>Real files, written by libvips from a drawn picture.</summary>
internal static class EncodedPicture
{
    public const int Width = 40;
    public const int Height = 30;

    public static byte[] Jpeg(bool isProgressive = false) => Encode(picture => picture.JpegsaveBuffer(interlace: isProgressive));

    public static byte[] GreyJpeg() => Converted(Enums.Interpretation.Bw, picture => picture.JpegsaveBuffer());

    /// <summary>Without its colour profile, which is larger than all other samples together.</summary>
    public static byte[] CmykJpeg() =>
        Converted(Enums.Interpretation.Cmyk, picture => picture.JpegsaveBuffer(keep: Enums.ForeignKeep.None));

    public static byte[] Png(bool isInterlaced = false) => Encode(picture => picture.PngsaveBuffer(interlace: isInterlaced));

    public static byte[] GreyPng(int bits) => Converted(Enums.Interpretation.Bw, picture => picture.PngsaveBuffer(bitdepth: bits));

    public static byte[] DeepPng() => Converted(Enums.Interpretation.Rgb16, picture => picture.PngsaveBuffer());

    public static byte[] TransparentPng(bool hasPalette) => Transparent(picture => picture.PngsaveBuffer(palette: hasPalette));

    public static byte[] Webp(bool isLossless) => Encode(picture => picture.WebpsaveBuffer(lossless: isLossless));

    public static byte[] TransparentWebp(bool isLossless) => Transparent(picture => picture.WebpsaveBuffer(lossless: isLossless));

    public static byte[] AnimatedWebp(int frames) => Animated(frames, picture => picture.WebpsaveBuffer(pageHeight: Height));

    public static byte[] Gif() => Encode(picture => picture.GifsaveBuffer());

    public static byte[] AnimatedGif(int frames) => Animated(frames, picture => picture.GifsaveBuffer(pageHeight: Height));

    /// <summary>The same picture in a sixteenth of its range.</summary>
    public static byte[] DullPng()
    {
        using var picture = Draw();
        using var dull = ((picture / 16) + 100).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        return dull.PngsaveBuffer();
    }

    /// <summary>One picture of 3000 × 2250 pixels, once stored upright and once turned by a quarter with the orientation that says so.</summary>
    public static (byte[] Upright, byte[] Turned) LargeJpegTwice()
    {
        using var picture = Draw().Resize(75, kernel: Enums.Kernel.Linear);
        using var turned = picture.Rot270();
        using var tagged = turned.Mutate(image => image.Set(GValue.GIntType, "orientation", 6));
        return (picture.JpegsaveBuffer(), tagged.JpegsaveBuffer());
    }

    /// <summary>Red grows to the right, green downwards, and blue is constant.</summary>
    private static Image Draw(int height = Height)
    {
        using var places = Image.Xyz(Width, height);
        using var scaled = places * new double[] { 255.0 / Width, 255.0 / height };
        using var joined = scaled.Bandjoin(128);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static byte[] Encode(Func<Image, byte[]> encode)
    {
        using var picture = Draw();
        return encode(picture);
    }

    private static byte[] Converted(Enums.Interpretation interpretation, Func<Image, byte[]> encode)
    {
        using var picture = Draw();
        using var converted = picture.Colourspace(interpretation);
        return encode(converted);
    }

    private static byte[] Transparent(Func<Image, byte[]> encode)
    {
        using var picture = Draw();
        using var places = Image.Xyz(Width, Height);
        using var column = places.ExtractBand(0);
        using var scaled = column * (255.0 / Width);
        using var alpha = scaled.Cast(Enums.BandFormat.Uchar);
        using var transparent = picture.Bandjoin(alpha);
        return encode(transparent);
    }

    /// <summary>libvips holds an animation as one tall picture, which the height of a page divides into frames.</summary>
    private static byte[] Animated(int frames, Func<Image, byte[]> encode)
    {
        using var pages = Draw(frames * Height);
        return encode(pages);
    }
}
