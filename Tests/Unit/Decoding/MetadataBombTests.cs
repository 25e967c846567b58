using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Vision.Decoding.Vips;
using Xunit;

namespace Tests.Unit.Decoding;

/// <summary>Metadata that inflate or pile up: no decoder sees them, and the picture stays what it is.</summary>
public sealed class MetadataBombTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly PixelRequest Small = new(4, 4, CropRule.None, 1, ResizeKernel.Bilinear, Equalization.None);

    public static TheoryData<string, int> TextBombs => new MatrixTheoryData<string, int>(["zTXt", "iTXt"], [1, 200]);

    [Theory]
    [MemberData(nameof(TextBombs))]
    public void Decode_of_texts_that_inflate_to_gigabytes_sees_none_of_them(string type, int count)
    {
        byte[] head = type == "zTXt" ? [.. "k\0\0"u8] : [.. "k\0\x01\0\0\0"u8];
        var text = PngFile.Chunk(System.Text.Encoding.ASCII.GetBytes(type), [.. head, .. FlatColor.Compressed(new byte[15 * Megabyte])]);
        AssertBareAfter([.. Enumerable.Repeat(text, count).SelectMany(static chunk => chunk)]);
    }

    [Fact]
    public void Decode_of_twenty_megabytes_of_plain_metadata_sees_none_of_them()
    {
        AssertBareAfter(PngFile.Exif([.. ExifBlock.WithOrientation(1), .. new byte[19 * Megabyte]]));
        AssertBareAfter([.. Enumerable.Repeat(PngFile.Chunk("tEXt"u8, "k\0v"u8), 100_000).SelectMany(static chunk => chunk)]);
    }

    [Fact]
    public void Decode_of_twenty_megabytes_of_jpeg_segments_gives_the_picture()
    {
        var jpeg = EncodedPicture.Jpeg();
        var exif = JpegFile.ExifSegment([.. ExifBlock.WithOrientation(1), .. new byte[65_000]]);
        var full = JpegFile.WithSegments(jpeg, [.. Enumerable.Repeat(exif, 300).SelectMany(static segment => segment)]);
        Assert.All(Decoders.All, decoder =>
        {
            using var plain = decoder.Decode(Photo.Encoded(jpeg), Small);
            using var pixels = decoder.Decode(Photo.Encoded(full), Small);
            Assert.Equal(plain.Span, pixels.Span);
        });
    }

    [Theory]
    [InlineData("png")]
    [InlineData("jpeg")]
    [InlineData("webp")]
    public void Decode_of_a_profile_up_to_a_megabyte_converts_and_of_a_larger_one_does_not(string format)
    {
        // The samples of the wide gamut are less saturated than the red that they stand for.
        AssertRed(FlatColor.WithProfile(Megabyte)[format], 197, 203);
        AssertRed(FlatColor.WithProfile(Megabyte + 4)[format], 0, 195);
    }

    [Fact]
    public void Decode_of_thousands_of_profiles_inflates_one()
    {
        var profile = PngFile.Chunk("iCCP"u8, [.. "k\0\0"u8, .. FlatColor.Compressed(new byte[Megabyte])]);
        var file = PngFile.WithChunks(FlatColor.Png(), [.. Enumerable.Repeat(profile, 10_000).SelectMany(static chunk => chunk)]);
        AssertRed(file, 199, 201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name without an end")]
    [InlineData("k\0")]
    [InlineData("k\0\0")]
    [InlineData("k\0\0this is no zlib stream")]
    public void Decode_of_a_broken_profile_leaves_it_out(string data)
    {
        var chunk = PngFile.Chunk("iCCP"u8, System.Text.Encoding.ASCII.GetBytes(data));
        AssertRed(PngFile.WithChunks(FlatColor.Png(), chunk), 199, 201);
    }

    [Fact]
    public void Bytes_of_a_file_without_metadata_are_the_file_itself()
    {
        var file = PngFile.WithSize(1, 1);
        using var picture = new PngPicture(file);
        Assert.True(picture.Bytes.Equals(file.AsMemory()));
    }

    private static void AssertBareAfter(byte[] chunks)
    {
        var file = FlatColor.Png();
        var full = PngFile.WithChunks(file, chunks);
        Assert.InRange(full.Length, 0, 20 * Megabyte);
        using var bare = new PngPicture(full);
        using var expected = new PngPicture(file);
        Assert.Equal(expected.Bytes.Span, bare.Bytes.Span);
        AssertRed(full, 199, 201);
    }

    private static void AssertRed(byte[] file, int least, int greatest) => Assert.All(Decoders.All, decoder =>
    {
        using var pixels = decoder.Decode(Photo.Encoded(file), Small);
        Assert.InRange((int)pixels.Span[0], least, greatest);
    });
}
