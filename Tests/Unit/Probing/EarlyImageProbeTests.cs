using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class EarlyImageProbeTests
{
    private const int BrokenCopies = 2_000;

    public static TheoryData<string> SampleNames => ImageSamples.Names;

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void TryRead_any_chunks_agree_with_Read(string name)
    {
        var file = ImageSamples.ByName[name];
        var header = ImageProbe.Read(file);
        var expected = new ImageDimensions(header.Format, header.Width, header.Height);
        foreach (var chunk in new[] { 1, 2, 3, 7, 64, file.Length })
        {
            var probe = new EarlyImageProbe();
            var wasKnown = false;
            for (var length = chunk; length < file.Length + chunk; length += chunk)
            {
                var isKnown = probe.TryRead(file.AsSpan(0, Math.Min(length, file.Length)), out var dimensions);
                Assert.True(isKnown || !wasKnown);
                Assert.Equal(isKnown ? expected : default, dimensions);
                wasKnown = isKnown;
            }

            Assert.True(wasKnown);
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void TryRead_broken_files_are_refused_as_Read_does(string name)
    {
        foreach (var broken in BrokenFile.WithFlippedBytes(ImageSamples.ByName[name], BrokenCopies))
        {
            var (early, dimensions) = ReadByteByByte(broken);
            var (whole, header) = ReadWhole(broken);

            // The whole file may be refused for something behind the size; what was refused or told early stands.
            Assert.True(early is null || early == whole, $"Early {early?.Code}, whole {whole?.Code}.");
            Assert.True(header is null || (header.Value.Width, header.Value.Height) == (dimensions.Width, dimensions.Height));
        }
    }

    [Theory]
    [InlineData("png", 29)]
    [InlineData("webp", 30)]
    [InlineData("webp, bare bitstream", 25)]
    [InlineData("webp, animated", 30)]
    [InlineData("gif", 13)]
    public void TryRead_size_is_known_after_the_documented_bytes(string name, int bytes)
    {
        var file = ImageSamples.ByName[name];
        Assert.False(new EarlyImageProbe().TryRead(file.AsSpan(0, bytes - 1), out _));
        Assert.True(new EarlyImageProbe().TryRead(file.AsSpan(0, bytes), out _));
    }

    [Fact]
    public void TryRead_bomb_is_refused_before_its_data()
    {
        var probe = new EarlyImageProbe();
        var problem = Assert.Throws<ProblemException>(() => probe.TryRead(PngFile.WithSize(65_535, 65_535).AsSpan(0, 29), out _));
        Assert.Equal(ErrorCodes.ImageDimensions, problem.Code);
    }

    [Fact]
    public void TryRead_metadata_that_arrive_byte_by_byte_are_walked_once()
    {
        // A thousand fill bytes before each of 4,000 segments, looked at after each byte: if each look began at the start,
        // it would take trillions of steps, and this test would not end.
        byte[] fill = [.. Enumerable.Repeat((byte)0xFF, 1_000)];
        byte[] segments = [.. Enumerable.Range(0, 4_000).SelectMany(_ => (byte[])[.. fill, .. JpegFile.Segment(0xE2, new byte[250])])];
        var file = JpegFile.WithSize(7, 5, segments);
        var probe = new EarlyImageProbe();
        for (var length = 1; length < segments.Length; length++)
        {
            Assert.False(probe.TryRead(file.AsSpan(0, length), out _));
        }

        Assert.True(probe.TryRead(file, out var dimensions));
        Assert.Equal(new ImageDimensions(ImageFormat.Jpeg, 7, 5), dimensions);
    }

    private static (ErrorCode? Code, ImageDimensions Dimensions) ReadByteByByte(byte[] file)
    {
        var probe = new EarlyImageProbe();
        try
        {
            for (var length = 1; length <= file.Length; length++)
            {
                if (probe.TryRead(file.AsSpan(0, length), out var dimensions))
                {
                    return (null, dimensions);
                }
            }

            return (null, default);
        }
        catch (ProblemException problem)
        {
            return (problem.Code, default);
        }
    }

    private static (ErrorCode? Code, ImageHeader? Header) ReadWhole(byte[] file)
    {
        try
        {
            return (null, ImageProbe.Read(file));
        }
        catch (ProblemException problem)
        {
            return (problem.Code, null);
        }
    }
}
