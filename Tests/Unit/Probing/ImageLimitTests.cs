using Contracts;
using Tests.Fixtures;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Probing;

public sealed class ImageLimitTests
{
    [Theory]
    [InlineData(16_384, 1)]
    [InlineData(1, 16_384)]
    [InlineData(16_384, 3_051)]
    [InlineData(10_000, 5_000)]
    public void Read_size_within_the_limits_is_told(int width, int height) =>
        Assert.All(FilesOf(width, height), file =>
        {
            var header = ImageProbe.Read(file);
            Assert.Equal((width, height), (header.Width, header.Height));
        });

    [Theory]
    [InlineData(16_384, 3_052)]
    [InlineData(7_072, 7_072)]
    public void Read_too_many_pixels_are_refused(int width, int height) =>
        Assert.All(FilesOf(width, height), file => Refusal.Is(ErrorCodes.ImageDimensions, file));

    [Theory]
    [InlineData(65_535, 65_535)]
    [InlineData(16_385, 1)]
    [InlineData(1, 16_385)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void Read_side_out_of_range_is_refused(int width, int height)
    {
        Refusal.Is(ErrorCodes.ImageDimensions, JpegFile.WithSize(width, height));
        Refusal.Is(ErrorCodes.ImageDimensions, PngFile.WithSize((uint)width, (uint)height));
        Refusal.Is(ErrorCodes.ImageDimensions, GifFile.WithSize(width, height));
    }

    [Theory]
    [InlineData(1u, 500_000_000u)]
    [InlineData(500_000_000u, 1u)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    [InlineData(0x8000_0000u, 1u)]
    public void Read_png_with_sides_of_32_bits_is_refused(uint width, uint height) =>
        Refusal.Is(ErrorCodes.ImageDimensions, PngFile.WithSize(width, height));

    [Theory]
    [InlineData(1 << 24, 1 << 24)]
    [InlineData(1, 16_385)]
    public void Read_webp_canvas_out_of_range_is_refused(int width, int height) =>
        Refusal.Is(ErrorCodes.ImageDimensions, WebpFile.Container([.. WebpFile.Canvas(width, height), .. WebpFile.Lossy(8, 8)]));

    [Fact]
    public void Read_webp_bitstream_without_pixels_is_refused() =>
        Refusal.Is(ErrorCodes.ImageDimensions, WebpFile.Container(WebpFile.Lossy(0, 8)));

    [Fact]
    public void Read_huge_size_is_refused_without_memory_for_it()
    {
        var files = FilesOf(16_384, 16_384).Append(PngFile.WithSize(1, 500_000_000)).ToArray();
        Assert.All(files, file => Refusal.Is(ErrorCodes.ImageDimensions, file));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var file in files)
        {
            _ = Refusal.ReadOrRefuse(file);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, files.Length * 8192);
    }

    [Fact]
    public void Read_valid_files_allocate_nothing()
    {
        foreach (var file in ImageSamples.ByName.Values)
        {
            _ = ImageProbe.Read(file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = ImageProbe.Read(file);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    /// <summary>A file of that size in each format; the lossy form of WebP is left out where its 14 bits do not hold the size.</summary>
    private static IEnumerable<byte[]> FilesOf(int width, int height)
    {
        yield return JpegFile.WithSize(width, height);
        yield return PngFile.WithSize((uint)width, (uint)height);
        yield return GifFile.WithSize(width, height);
        yield return WebpFile.Container(WebpFile.Lossless(width, height));
        yield return WebpFile.Container([.. WebpFile.Canvas(width, height), .. WebpFile.Lossless(width, height)]);
        if (width < 1 << 14 && height < 1 << 14)
        {
            yield return WebpFile.Container(WebpFile.Lossy(width, height));
        }
    }
}
