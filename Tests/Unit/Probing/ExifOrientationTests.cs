using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class ExifOrientationTests
{
    private const int LongType = 4;

    /// <summary>A function that writes a file with EXIF, for each format that has it.</summary>
    private static readonly Func<byte[], byte[]>[] Containers =
    [
        exif => JpegFile.WithExif(exif),
        exif => PngFile.WithSize(8, 6, PngFile.Exif(exif)),
        exif => WebpFile.WithExif(exif),
    ];

    public static TheoryData<int, bool> Orientations =>
        new MatrixTheoryData<int, bool>([1, 2, 3, 4, 5, 6, 7, 8], [false, true]);

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Read_each_orientation_is_told(int orientation, bool isBigEndian) =>
        AssertOrientation(orientation, ExifBlock.WithOrientation(orientation, isBigEndian));

    [Theory]
    [InlineData(5, 6, 8)]
    [InlineData(4, 8, 6)]
    public void Read_orientation_turns_the_upright_size(int orientation, int width, int height)
    {
        var header = ImageProbe.Read(JpegFile.WithExif(ExifBlock.WithOrientation(orientation)));
        Assert.Equal((8, 6), (header.Width, header.Height));
        Assert.Equal((width, height), (header.UprightWidth, header.UprightHeight));
    }

    [Fact]
    public void Read_location_is_told_in_every_format()
    {
        Assert.All(Containers, container => Assert.True(ImageProbe.Read(container(ExifBlock.WithLocation())).HasLocation));
        Assert.All(Containers, container => Assert.False(ImageProbe.Read(container(ExifBlock.WithOrientation(1))).HasLocation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    [InlineData(65_535)]
    public void Read_orientation_out_of_range_is_upright(int orientation) =>
        AssertOrientation(1, ExifBlock.WithOrientation(orientation));

    [Fact]
    public void Read_tag_of_another_type_or_count_is_upright()
    {
        AssertOrientation(1, ExifBlock.WithOrientation(6, type: LongType));
        AssertOrientation(1, ExifBlock.WithOrientation(6, count: 2));
        AssertOrientation(1, ExifBlock.WithOrientation(6, count: uint.MaxValue));
    }

    [Fact]
    public void Read_broken_block_is_upright()
    {
        var whole = ExifBlock.WithOrientation(6);
        for (var length = 0; length < whole.Length; length++)
        {
            // The tag ends four bytes before the block does.
            AssertOrientation(length < whole.Length - 4 ? 1 : 6, whole[..length]);
        }

        AssertOrientation(1, With(whole, at: 0, (byte)'X'));
        AssertOrientation(1, With(whole, at: 2, 43));
        AssertOrientation(1, With(whole, at: 4, 0xFF));
        AssertOrientation(1, With(whole, at: 7, 0xFF));
        AssertOrientation(6, With(whole, at: 9, 0xFF)); // more entries than there are bytes
    }

    [Fact]
    public void Read_first_of_two_blocks_counts()
    {
        var six = ExifBlock.WithOrientation(6);
        var three = ExifBlock.WithOrientation(3);
        var jpeg = JpegFile.WithSize(8, 6, [.. JpegFile.ExifSegment(six), .. JpegFile.ExifSegment(three)]);
        var png = PngFile.WithSize(8, 6, [.. PngFile.Exif(six), .. PngFile.Exif(three)]);
        Assert.Equal((6, 6), (ImageProbe.Read(jpeg).Orientation, ImageProbe.Read(png).Orientation));
    }

    [Fact]
    public void Read_identifier_of_jpeg_is_accepted_in_webp()
    {
        byte[] exif = [.. ExifBlock.JpegIdentifier, .. ExifBlock.WithOrientation(6)];
        Assert.Equal(6, ImageProbe.Read(WebpFile.WithExif(exif)).Orientation);
    }

    [Fact]
    public void Read_block_over_one_megabyte_is_ignored()
    {
        var bomb = new byte[(1024 * 1024) + 1];
        ExifBlock.WithOrientation(6).CopyTo(bomb, 0);
        foreach (var container in Containers[1..])
        {
            Assert.Equal(1, ImageProbe.Read(container(bomb)).Orientation);
            Assert.Equal(6, ImageProbe.Read(container(bomb[..^1])).Orientation);
        }
    }

    private static void AssertOrientation(int expected, byte[] exif) =>
        Assert.All(Containers, container => Assert.Equal(expected, ImageProbe.Read(container(exif)).Orientation));

    private static byte[] With(byte[] block, int at, byte value)
    {
        byte[] changed = [.. block];
        changed[at] = value;
        return changed;
    }
}
