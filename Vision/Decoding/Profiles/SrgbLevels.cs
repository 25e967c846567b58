namespace Vision.Decoding.Profiles;

/// <summary>The levels of sRGB for an amount of light (IEC 61966-2-1).</summary>
internal static class SrgbLevels
{
    /// <summary>The place of full light. In the dark, where the levels are nearest to each other, five places make a level.</summary>
    public const int Last = (1 << 14) - 1;

    private static readonly byte[] Table = [.. Enumerable.Range(0, Last + 1).Select(static place => Encode(place / (double)Last))];

    /// <summary>The level at each place from no light to full light.</summary>
    public static ReadOnlySpan<byte> Of => Table;

    private static byte Encode(double light)
    {
        var encoded = light <= 0.0031308 ? 12.92 * light : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(encoded * byte.MaxValue);
    }
}
