using NetVips;
using Tests.Fixtures;
using Vision.Decoding.Profiles;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>The profiles that are computed here against those that libvips computes with LittleCMS.</summary>
public sealed class MatrixProfileTests
{
    /// <summary>Curves as a function (p3), as a table (palace) and as one exponent (rocket).</summary>
    [Theory]
    [InlineData("p3")]
    [InlineData("palace.jpg")]
    [InlineData("rocket.jpg")]
    public void ConvertToSrgb_gives_the_colors_that_LittleCMS_gives(string name)
    {
        var bytes = ProfileOf(name);
        var profile = MatrixProfile.Read(bytes);
        Assert.NotNull(profile);
        using var cube = Cube();
        var pixels = cube.WriteToMemory<byte>();
        profile.ConvertToSrgb(pixels);

        using var described = cube.Mutate(image => image.Set(GValue.BlobType, ColorProfile.Field, bytes));
        using var expected = described.IccTransform("srgb", embedded: true, depth: 8);
        var differences = pixels.Zip(expected.WriteToMemory<byte>(), static (a, b) => Math.Abs(a - b)).ToList();
        Assert.InRange(differences.Max(), 0, 2);
        Assert.InRange(differences.Average(), 0, 0.25);
    }

    [Fact]
    public void Read_of_a_profile_of_tables_gives_none()
    {
        var bytes = ProfileOf("p3");
        Assert.NotNull(MatrixProfile.Read(bytes));
        "A2B0"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("cprt"u8)));
        Assert.Null(MatrixProfile.Read(bytes));
        using var cmyk = Image.NewFromBuffer(EncodedPicture.CmykJpeg());
        using var converted = cmyk.IccTransform("cmyk", inputProfile: "cmyk");
        Assert.Null(MatrixProfile.Read((byte[])converted.Get(ColorProfile.Field)));
    }

    [Theory]
    [InlineData("p3")]
    [InlineData("rocket.jpg")]
    public void Read_of_a_broken_profile_ends_without_a_fault(string name)
    {
        var whole = ProfileOf(name);
        for (var length = 0; length < whole.Length; length++)
        {
            Use(whole.AsSpan(0, length));
        }

        var random = new Random(1);
        for (var i = 0; i < 5000; i++)
        {
            var mutated = whole.ToArray();
            for (var faults = random.Next(1, 4); faults > 0; faults--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            Use(mutated);
        }
    }

    private static void Use(ReadOnlySpan<byte> profile)
    {
        Span<byte> pixels = [0, 0, 0, 255, 255, 255, 1, 128, 254];
        MatrixProfile.Read(profile)?.ConvertToSrgb(pixels);
    }

    private static byte[] ProfileOf(string name)
    {
        using var picture = name == "p3" ? Cube().IccTransform("p3", inputProfile: "srgb") : Image.NewFromBuffer(Photo.Bytes(name));
        return (byte[])picture.Get(ColorProfile.Field);
    }

    /// <summary>Every seventeenth level of each color with all those of the others.</summary>
    private static Image Cube()
    {
        var levels = Enumerable.Range(0, 16).Select(static step => (byte)(step * 17)).ToArray();
        var pixels = levels.SelectMany(red => levels.SelectMany(green => levels.SelectMany(blue => new[] { red, green, blue }))).ToArray();
        using var cube = Image.NewFromMemory(pixels, 256, 16, 3, Enums.BandFormat.Uchar);
        return cube.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
