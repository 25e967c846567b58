using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class WebpHeaderTests
{
    private static readonly ImageHeader Expected =
        new(ImageFormat.Webp, EncodedPicture.Width, EncodedPicture.Height, Frames: 1, Orientation: 1, HasAlpha: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_real_webp_tells_its_size_and_alpha(bool isLossless)
    {
        Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.Webp(isLossless)));
        Assert.Equal(Expected with { HasAlpha = true }, ImageProbe.Read(EncodedPicture.TransparentWebp(isLossless)));
    }

    [Fact]
    public void Read_animated_webp_tells_its_frames() =>
        Assert.Equal(Expected with { Frames = 3 }, ImageProbe.Read(EncodedPicture.AnimatedWebp(3)));

    [Fact]
    public void Read_bare_bitstreams_tell_size_and_alpha()
    {
        Assert.Equal(
            new ImageHeader(ImageFormat.Webp, 7, 5, 1, 1, HasAlpha: false), ImageProbe.Read(WebpFile.Container(WebpFile.Lossy(7, 5))));
        Assert.Equal(
            new ImageHeader(ImageFormat.Webp, 7, 5, 1, 1, HasAlpha: true),
            ImageProbe.Read(WebpFile.Container(WebpFile.Lossless(7, 5, hasAlpha: true))));
    }

    [Fact]
    public void Read_smallest_file_is_read_whole()
    {
        // 25 bytes: a lossless picture whose last chunk lacks its padding.
        var file = WebpFile.Container(WebpFile.Lossless(1, 1).AsSpan(..^1));
        Assert.Equal((25, 1), (file.Length, ImageProbe.Read(file).Width));
    }

    [Fact]
    public void Read_canvas_tells_size_and_alpha()
    {
        var unknown = WebpFile.Chunk("ABCD"u8, [1, 2, 3]);
        var opaque = WebpFile.Container([.. WebpFile.Canvas(7, 5), .. unknown, .. WebpFile.Lossy(7, 5)]);
        var transparent = WebpFile.Container([.. WebpFile.Canvas(7, 5, WebpFile.AlphaFlag), .. WebpFile.Lossy(7, 5)]);
        Assert.Equal(new ImageHeader(ImageFormat.Webp, 7, 5, 1, 1, HasAlpha: false), ImageProbe.Read(opaque));
        Assert.Equal(new ImageHeader(ImageFormat.Webp, 7, 5, 1, 1, HasAlpha: true), ImageProbe.Read(transparent));
    }

    [Fact]
    public void Read_picture_of_another_size_than_its_container_is_refused()
    {
        var canvas = WebpFile.Canvas(8, 8);
        var animated = WebpFile.Canvas(8, 8, WebpFile.AnimationFlag);
        Refusal.IsInvalid(WebpFile.Container([.. canvas, .. WebpFile.Lossy(8, 7)]));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Frame(8, 8, WebpFile.Lossy(7, 8))]));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Frame(8, 8, WebpFile.Lossy(8, 8), halfLeft: 1)]));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Frame(8, 9, WebpFile.Lossy(8, 9))]));
        Refusal.Is(ErrorCodes.ImageDimensions, WebpFile.Container([.. canvas, .. WebpFile.Lossy(16_383, 16_383)]));
        Refusal.Is(
            ErrorCodes.ImageDimensions, WebpFile.Container([.. animated, .. WebpFile.Frame(1 << 24, 1 << 24, WebpFile.Lossy(8, 8))]));
    }

    [Fact]
    public void Read_container_without_a_picture_is_invalid()
    {
        var animated = WebpFile.Canvas(8, 8, WebpFile.AnimationFlag);
        Refusal.IsInvalid(WebpFile.Container(WebpFile.Canvas(8, 8)));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Lossy(8, 8)]));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Frame(8, 8, [])]));
        Refusal.IsInvalid(WebpFile.Container([.. animated, .. WebpFile.Chunk("ANMF"u8, [0, 0, 0])]));
        Refusal.IsInvalid(WebpFile.Container(WebpFile.Exif(ExifBlock.WithOrientation(6))));
    }

    [Fact]
    public void Read_malformed_bitstream_is_invalid()
    {
        var interFrame = WebpFile.Lossy(8, 8);
        interFrame[8] |= 1;
        var noStart = WebpFile.Lossy(8, 8);
        noStart[11] = 0;
        var version = WebpFile.Lossless(8, 8);
        version[12] |= 0x20;
        var signature = WebpFile.Lossless(8, 8);
        signature[8] = 0;
        Assert.All([interFrame, noStart, version, signature], chunk => Refusal.IsInvalid(WebpFile.Container(chunk)));
    }

    [Fact]
    public void Read_container_that_states_more_than_the_file_is_invalid()
    {
        var file = EncodedPicture.Webp(isLossless: false);
        file[4] += 2;
        Refusal.IsInvalid(file);
    }

    [Fact]
    public void Read_bytes_behind_the_container_are_ignored() =>
        Assert.Equal(Expected, ImageProbe.Read([.. EncodedPicture.Webp(isLossless: true), .. "PK"u8]));
}
