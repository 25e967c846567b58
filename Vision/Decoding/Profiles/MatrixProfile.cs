using System.Runtime.Intrinsics;

namespace Vision.Decoding.Profiles;

/// <summary>
/// A profile of three curves and a matrix, as cameras, phones and programs write them: sRGB, Display P3, Adobe RGB. Such a one is
/// computed here (ICC.1:2022, F.3), which takes a twentieth of what a library for all kinds of profiles takes.
/// </summary>
internal sealed class MatrixProfile
{
    // From the XYZ of CIE under D50 to the light of sRGB: IEC 61966-2-1, adapted from D65 by the method of Bradford.
    private static readonly Vector128<float> OfX = Vector128.Create(3.1338561f, -0.9787684f, 0.0719453f, 0);
    private static readonly Vector128<float> OfY = Vector128.Create(-1.6168667f, 1.9161415f, -0.2289914f, 0);
    private static readonly Vector128<float> OfZ = Vector128.Create(-0.4906146f, 0.0334540f, 1.4052427f, 0);

    private static readonly Vector128<float> Full = Vector128.Create((float)SrgbLevels.Last);
    private static readonly Vector128<float> Half = Vector128.Create(0.5f);

    /// <summary>For each colour and level its part in the light of red, green and blue of sRGB.</summary>
    private readonly Vector128<float>[] parts = new Vector128<float>[PixelBuffer.Channels * ToneCurve.Levels];

    private MatrixProfile()
    {
    }

    /// <summary>Reads a profile; null if it is of another kind, or anything in it is wrong.</summary>
    public static MatrixProfile? Read(ReadOnlySpan<byte> profile)
    {
        // Where there are tables as well, they are what counts (8.3.2).
        var tags = new ProfileTags(profile);
        if (!tags.AreFromRgbToXyz || tags.TryFind("A2B0"u8, out _) || tags.TryFind("A2B1"u8, out _))
        {
            return null;
        }

        var read = new MatrixProfile();
        return read.TryAdd(0, tags, "rXYZ"u8, "rTRC"u8) && read.TryAdd(1, tags, "gXYZ"u8, "gTRC"u8) && read.TryAdd(2, tags, "bXYZ"u8, "bTRC"u8)
            ? read
            : null;
    }

    /// <summary>Takes pixels from the colours of the profile to sRGB, in their place. What sRGB cannot show ends at its border.</summary>
    public void ConvertToSrgb(Span<byte> pixels)
    {
        var red = parts.AsSpan(0, ToneCurve.Levels);
        var green = parts.AsSpan(ToneCurve.Levels, ToneCurve.Levels);
        var blue = parts.AsSpan(2 * ToneCurve.Levels, ToneCurve.Levels);
        var levels = SrgbLevels.Of;
        for (; pixels.Length >= PixelBuffer.Channels; pixels = pixels[PixelBuffer.Channels..])
        {
            var light = red[pixels[0]] + green[pixels[1]] + blue[pixels[2]];
            var places = Vector128.ConvertToInt32(Vector128.Clamp(light, Vector128<float>.Zero, Full) + Half);
            pixels[0] = levels[places[0]];
            pixels[1] = levels[places[1]];
            pixels[2] = levels[places[2]];
        }
    }

    private bool TryAdd(int channel, ProfileTags tags, ReadOnlySpan<byte> colorant, ReadOnlySpan<byte> curve)
    {
        const int XyzBytes = 8 + (3 * FixedNumber.Bytes);
        Span<float> light = stackalloc float[ToneCurve.Levels];
        if (!tags.TryFind(colorant, out var xyz) || xyz.Length < XyzBytes || !xyz.StartsWith("XYZ "u8)
            || !tags.TryFind(curve, out var tone) || !ToneCurve.TrySample(tone, light))
        {
            return false;
        }

        var (x, y, z) = (FixedNumber.Read(xyz[8..]), FixedNumber.Read(xyz[12..]), FixedNumber.Read(xyz[16..]));
        var most = ((OfX * x) + (OfY * y) + (OfZ * z)) * Full;
        for (var level = 0; level < ToneCurve.Levels; level++)
        {
            parts[(channel * ToneCurve.Levels) + level] = most * light[level];
        }

        return true;
    }
}
