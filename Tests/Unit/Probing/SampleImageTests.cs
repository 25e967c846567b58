using NetVips;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

/// <summary>The photos of the tests, held against what libvips says of them.</summary>
public sealed class SampleImageTests
{
    public static TheoryData<string> Photos =>
        [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Where(name => Path.GetExtension(name) is ".jpg" or ".png")];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "images");

    [Theory]
    [MemberData(nameof(Photos))]
    public void Read_photo_agrees_with_libvips(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name));
        using var image = Image.NewFromBuffer(bytes);
        var header = ImageProbe.Read(bytes);
        Assert.Equal(name.EndsWith(".png", StringComparison.Ordinal) ? ImageFormat.Png : ImageFormat.Jpeg, header.Format);
        Assert.Equal((image.Width, image.Height, 1), (header.Width, header.Height, header.Frames));
        Assert.Equal(image.HasAlpha(), header.HasAlpha);
    }
}
