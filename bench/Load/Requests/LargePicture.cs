using NetVips;

namespace Load.Requests;

/// <summary>A photo as cameras give it: a JPEG of 4000 × 3000 pixels.</summary>
internal static class LargePicture
{
    public const int Width = 4000;
    public const int Height = 3000;
    private const int Quality = 90;

    public static byte[] Create()
    {
        var photo = Path.Combine(RepositoryFolder.Path, "Tests", "Data", "images", "palace.jpg");
        using var picture = Image.Thumbnail(photo, Width, height: Height, crop: Enums.Interesting.Centre);

        // The grain of a sensor: an enlarged photo alone would be smoother, and decode faster, than any real one.
        using var grain = Image.Gaussnoise(Width, Height, sigma: 6, mean: 0, seed: 1);
        using var grainy = picture + grain;
        using var pixels = grainy.Cast(Enums.BandFormat.Uchar);
        using var photograph = pixels.Copy(interpretation: Enums.Interpretation.Srgb);
        return photograph.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }
}
