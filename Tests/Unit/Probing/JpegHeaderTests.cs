using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class JpegHeaderTests
{
    private static readonly ImageHeader Expected =
        new(ImageFormat.Jpeg, EncodedPicture.Width, EncodedPicture.Height, Frames: 1, Orientation: 1, HasAlpha: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_real_jpeg_tells_its_size(bool isProgressive) =>
        Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.Jpeg(isProgressive)));

    [Fact]
    public void Read_grey_and_cmyk_jpeg_tells_its_size()
    {
        Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.GreyJpeg()));
        Assert.Equal(Expected, ImageProbe.Read(EncodedPicture.CmykJpeg()));
    }

    [Fact]
    public void Read_fill_bytes_and_restart_markers_are_passed_over()
    {
        var header = ImageProbe.Read(JpegFile.WithSize(7, 5, 0xFF, 0xFF, 0xFF, 0xD0, 0xFF, 0x01, 0xFF));
        Assert.Equal((7, 5), (header.Width, header.Height));
    }

    [Fact]
    public void Read_thumbnail_in_a_segment_is_not_the_picture()
    {
        var header = ImageProbe.Read(JpegFile.WithSize(7, 5, JpegFile.Segment(0xE0, JpegFile.WithSize(160, 120))));
        Assert.Equal((7, 5), (header.Width, header.Height));
    }

    [Fact]
    public void Read_second_frame_header_is_invalid()
    {
        Refusal.IsInvalid(JpegFile.WithSize(9, 9, JpegFile.Frame(7, 5)));
        Refusal.IsInvalid([.. JpegFile.StartOfImage, .. JpegFile.Frame(8, 8), .. JpegFile.WithSize(8, 8)[2..]]);
    }

    [Theory]
    [InlineData(0xC3, 8, 3, true)]
    [InlineData(0xC9, 8, 3, true)]
    [InlineData(0xC0, 8, 4, true)]
    [InlineData(0xC1, 12, 3, false)]
    [InlineData(0xC5, 8, 3, false)]
    [InlineData(0xCF, 8, 3, false)]
    [InlineData(0xC0, 8, 0, false)]
    [InlineData(0xC0, 8, 5, false)]
    public void Read_coding_process_is_checked(byte marker, byte bits, byte components, bool isReadable)
    {
        byte[] file = [.. JpegFile.StartOfImage, .. JpegFile.Frame(7, 5, marker, bits, components), .. JpegFile.ScanAndEnd()];
        if (isReadable)
        {
            Assert.Equal(7, ImageProbe.Read(file).Width);
        }
        else
        {
            Refusal.IsInvalid(file);
        }
    }

    [Fact]
    public void Read_broken_segments_are_invalid()
    {
        byte[][] segments =
        [
            [0x00], // no marker
            [0xFF, 0x00], // a stuffed byte outside of a scan
            [0xFF, 0xD8], // a second start
            [0xFF, 0xD9], // an early end
            [0xFF, 0xE0, 0, 1], // shorter than its length field
            JpegFile.ScanAndEnd(), // a scan without its frame
            JpegFile.Segment(JpegFile.BaselineFrame, [8, 0, 1, 0, 1, 3]), // a frame without its components
            JpegFile.Segment(JpegFile.BaselineFrame, []),
        ];
        Assert.All(segments, segment => Refusal.IsInvalid(JpegFile.WithSize(7, 5, segment)));
    }

    [Fact]
    public void Read_height_told_behind_the_scan_is_refused()
    {
        // DNL, which states the number of lines after the fact (T.81, B.2.5).
        byte[] file = [.. JpegFile.WithSize(7, 0), .. JpegFile.Segment(0xDC, [0, 5])];
        Refusal.Is(ErrorCodes.ImageDimensions, file);
    }

    [Fact]
    public void Read_bytes_behind_the_end_are_ignored() =>
        Assert.Equal(Expected, ImageProbe.Read([.. EncodedPicture.Jpeg(), .. "PK\x03\x04"u8, .. new byte[1_000]]));

    [Fact]
    public void Read_file_without_its_end_is_cut_off() => Refusal.IsInvalid(JpegFile.WithSize(7, 5)[..^1]);
}
