using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class GifHeaderTests
{
    private static ImageHeader Expected(int width, int height, int frames = 1, bool hasAlpha = false) =>
        new(ImageFormat.Gif, width, height, frames, Orientation: 1, hasAlpha);

    [Fact]
    public void Read_real_gif_tells_its_size() =>
        Assert.Equal(Expected(EncodedPicture.Width, EncodedPicture.Height), ImageProbe.Read(EncodedPicture.Gif()));

    [Fact]
    public void Read_real_animation_tells_its_frames()
    {
        var header = ImageProbe.Read(EncodedPicture.AnimatedGif(3));
        Assert.Equal((EncodedPicture.Width, EncodedPicture.Height, 3), (header.Width, header.Height, header.Frames));
    }

    [Theory]
    [InlineData("87a")]
    [InlineData("89a")]
    public void Read_both_versions_are_read(string version) =>
        Assert.Equal(Expected(7, 5), ImageProbe.Read(GifFile.Assemble(GifFile.Screen(7, 5, version), GifFile.Frame(7, 5))));

    [Fact]
    public void Read_ten_thousand_frames_are_counted() => Assert.Equal(10_000, ImageProbe.Read(GifFile.Animation(10_000)).Frames);

    [Fact]
    public void Read_transparent_color_of_the_first_frame_is_alpha()
    {
        byte[] first = [.. GifFile.GraphicControl(isTransparent: true), .. GifFile.Comment("x"u8), .. GifFile.Frame(7, 5)];
        byte[] second = [.. GifFile.Frame(7, 5), .. GifFile.GraphicControl(isTransparent: true), .. GifFile.Frame(7, 5)];
        Assert.Equal(Expected(7, 5, hasAlpha: true), ImageProbe.Read(GifFile.Assemble(GifFile.Screen(7, 5), first)));
        Assert.Equal(Expected(7, 5, frames: 2), ImageProbe.Read(GifFile.Assemble(GifFile.Screen(7, 5), second)));
    }

    [Fact]
    public void Read_first_frame_that_leaves_screen_free_is_alpha()
    {
        var part = GifFile.Assemble(GifFile.Screen(7, 5), GifFile.Frame(3, 2, left: 4, top: 3));
        var whole = GifFile.Assemble(GifFile.Screen(7, 5), [.. GifFile.Frame(7, 5), .. GifFile.Frame(3, 2)]);
        Assert.Equal(Expected(7, 5, hasAlpha: true), ImageProbe.Read(part));
        Assert.Equal(Expected(7, 5, frames: 2), ImageProbe.Read(whole));
    }

    [Theory]
    [InlineData(8, 5, 0, 0)]
    [InlineData(7, 5, 1, 0)]
    [InlineData(7, 5, 0, 65_535)]
    public void Read_frame_outside_of_the_screen_is_invalid(int width, int height, int left, int top) =>
        Refusal.IsInvalid(GifFile.Assemble(GifFile.Screen(7, 5), GifFile.Frame(width, height, left, top)));

    [Theory]
    [InlineData(65_535, 65_535)]
    [InlineData(0, 5)]
    public void Read_frame_over_the_limits_is_refused(int width, int height) =>
        Refusal.Is(ErrorCodes.ImageDimensions, GifFile.Assemble(GifFile.Screen(7, 5), [.. GifFile.Frame(7, 5), .. GifFile.Frame(width, height)]));

    [Fact]
    public void Read_broken_blocks_are_invalid()
    {
        Refusal.IsInvalid(GifFile.Assemble(GifFile.Screen(7, 5)));
        Refusal.IsInvalid(GifFile.Assemble(GifFile.Screen(7, 5), [.. GifFile.Frame(7, 5), 0x00]));
        Refusal.IsInvalid(GifFile.WithSize(7, 5)[..^1]);
    }

    [Fact]
    public void Read_script_that_begins_as_gif_is_refused() =>
        Refusal.Is(ErrorCodes.ImageDimensions, [.. "GIF89a/*  */=1;alert(1)"u8, GifFile.Trailer]);

    [Fact]
    public void Read_bytes_behind_the_trailer_are_ignored() =>
        Assert.Equal(Expected(7, 5), ImageProbe.Read([.. GifFile.WithSize(7, 5), .. "*/=1;alert(1)"u8]));
}
