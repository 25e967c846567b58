using NetVips;
using Vision;
using Vision.Probing;

namespace Tests.Fixtures;

/// <summary>The sample photos, and any bytes, as the engine takes them.</summary>
internal static class Photo
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "images");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static EncodedImage Load(string name) => Encoded(Bytes(name));

    public static EncodedImage Encoded(byte[] bytes) => new(bytes, ImageDigest.Of(bytes), ImageProbe.Read(bytes));

    /// <summary>A photo at a share of its size, as a JPEG of its own.</summary>
    public static byte[] Reduced(string name, double scale)
    {
        using var photo = Image.NewFromBuffer(Bytes(name));
        using var reduced = photo.Resize(scale);
        return reduced.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
    }
}
