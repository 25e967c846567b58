using NetVips;

namespace Load.Requests;

/// <summary>The picture of all measurements: a JPEG of 500 × 375 pixels and about 110 KB.</summary>
internal static class LoadPicture
{
    private const int Width = 500;
    private const int Height = 375;
    private const int MaximumBytes = 112_000;

    public static byte[] Create()
    {
        var photo = Path.Combine(RepositoryFolder.Path, "Tests", "Data", "images", "palace.jpg");
        using var picture = Image.Thumbnail(photo, Width, height: Height, crop: Enums.Interesting.Centre);
        for (var quality = 99; ; quality--)
        {
            var bytes = picture.JpegsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
            if (bytes.Length <= MaximumBytes)
            {
                return bytes;
            }
        }
    }
}
