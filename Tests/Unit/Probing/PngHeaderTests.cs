using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class PngHeaderTests
{
    private static readonly ImageHeader Expected =
        new(ImageFormat.Png, EncodedPicture.Width, EncodedPicture.Height, Frames: 1, Orientation: 1, HasAlpha: false);

    private static ReadOnlySpan<byte> Transparency => "tRNS"u8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_real_png_tells_its_size(bool isInterlaced) =>
        Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.Png(isInterlaced)));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Read_grey_png_tells_its_size(int bits) => Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.GreyPng(bits)));

    [Fact]
    public void Read_png_of_16_bits_tells_its_size() => Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.DeepPng()));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_real_png_with_alpha_says_so(bool hasPalette) =>
        Assert.Equal(Expected with { HasAlpha = true }, ImageProbe.Read(EncodedPicture.TransparentPng(hasPalette)));

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(16, 0, false)]
    [InlineData(16, 2, false)]
    [InlineData(4, 3, false)]
    [InlineData(8, 4, true)]
    [InlineData(16, 6, true)]
    public void Read_color_types_tell_alpha(byte bitDepth, byte colorType, bool hasAlpha)
    {
        Assert.Equal(hasAlpha, ImageProbe.Read(PngFile.WithColor(bitDepth, colorType)).HasAlpha);
        Assert.True(ImageProbe.Read(PngFile.WithColor(bitDepth, colorType, interlace: 1, PngFile.Chunk(Transparency, [0, 0]))).HasAlpha);
    }

    [Theory]
    [InlineData(3, 0, 0)]
    [InlineData(4, 2, 0)]
    [InlineData(16, 3, 0)]
    [InlineData(8, 1, 0)]
    [InlineData(8, 7, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(8, 0, 2)]
    public void Read_coding_outside_of_the_standard_is_invalid(byte bitDepth, byte colorType, byte interlace) =>
        Refusal.IsInvalid(PngFile.WithColor(bitDepth, colorType, interlace));

    [Theory]
    [InlineData(1u, 1)]
    [InlineData(10_000u, 10_000)]
    [InlineData(0u, 1)]
    [InlineData(uint.MaxValue, 1)]
    public void Read_apng_tells_its_frames(uint stated, int expected) =>
        Assert.Equal(expected, ImageProbe.Read(PngFile.WithSize(1, 1, PngFile.AnimationControl(stated))).Frames);

    [Fact]
    public void Read_chunks_behind_the_data_change_nothing_but_the_orientation()
    {
        var file = PngFile.Assemble(
            PngFile.Header(1, 1), [],
            [.. PngFile.AnimationControl(7), .. PngFile.Chunk(Transparency, [0, 0]), .. PngFile.Exif(ExifBlock.WithOrientation(6))]);
        Assert.Equal(new ImageHeader(ImageFormat.Png, 1, 1, Frames: 1, Orientation: 6, HasAlpha: false), ImageProbe.Read(file));
    }

    [Fact]
    public void Read_bytes_behind_the_end_are_ignored() =>
        Assert.Equal(Expected, ImageProbe.Read([.. EncodedPicture.Png(), .. "<html><script>alert(1)</script>"u8]));

    [Fact]
    public void Read_broken_chunks_are_invalid()
    {
        Refusal.IsInvalid([.. PngFile.Signature, .. PngFile.Chunk("tEXt"u8, new byte[13]), .. PngFile.Data(), .. PngFile.End()]);
        Refusal.IsInvalid([.. PngFile.Signature, .. PngFile.Chunk("IHDR"u8, new byte[14]), .. PngFile.Data(), .. PngFile.End()]);
        Refusal.IsInvalid([.. PngFile.Signature, .. PngFile.Header(1, 1), .. PngFile.End()]);
        Refusal.IsInvalid([.. PngFile.Signature, .. PngFile.Header(1, 1), .. PngFile.Data()]);
        Refusal.IsInvalid(PngFile.WithSize(1, 1, PngFile.Chunk("a\0b "u8, [])));
        Refusal.IsInvalid(PngFile.WithSize(1, 1, 0xFF, 0xFF, 0xFF, 0xFF, (byte)'t', (byte)'E', (byte)'X', (byte)'t'));
    }
}
