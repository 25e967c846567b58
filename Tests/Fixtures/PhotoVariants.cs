using NetVips;

namespace Tests.Fixtures;

/// <summary>Crops of the sample photos in other colours and sizes, each a JPEG of its own: examples of a class that is the photo.</summary>
internal static class PhotoVariants
{
    private const int LongestSide = 320;

    /// <summary>Makes some of one photo; the same numbers give the same bytes.</summary>
    public static IReadOnlyList<byte[]> Of(string photo, int count, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(number => Make(photo, number))];

    private static byte[] Make(string photo, int number)
    {
        var random = new Random(number);
        using var whole = Image.NewFromBuffer(Photo.Bytes(photo));
        var share = 0.55 + (0.4 * random.NextDouble());
        var (width, height) = ((int)(whole.Width * share), (int)(whole.Height * share));
        using var part = whole.Crop(random.Next(whole.Width - width), random.Next(whole.Height - height), width, height);
        using var rgb = part.Bands > 3 ? part.Flatten(background: [255, 255, 255]) : part.Copy();
        using var small = rgb.Resize(Math.Min(1, LongestSide / (double)Math.Max(width, height)));
        using var tinted = small * new[] { Tint(random), Tint(random), Tint(random) };
        using var bytes = tinted.Cast(Enums.BandFormat.Uchar);
        using var picture = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.JpegsaveBuffer(q: 80);
    }

    private static double Tint(Random random) => 0.7 + (0.5 * random.NextDouble());
}
