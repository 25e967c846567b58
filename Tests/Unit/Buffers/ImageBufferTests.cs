using Contracts;
using Vision.Buffers;
using Vision.Probing;
using Xunit;

namespace Tests.Unit.Buffers;

public sealed class ImageBufferTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(50_000L)]
    [InlineData(long.MaxValue)]
    public void Append_of_pieces_keeps_all_bytes_whatever_was_announced(long? announced)
    {
        using var buffer = new ImageBuffer(announced);
        var expected = new List<byte>();
        for (var i = 0; i < 300; i++)
        {
            var piece = Enumerable.Repeat((byte)i, i).ToArray();
            buffer.Append(piece);
            expected.AddRange(piece);
        }

        Assert.Equal(expected, buffer.Memory.ToArray());
        Assert.Equal(expected.Count, buffer.Length);
    }

    [Fact]
    public void Append_beyond_the_limit_is_image_too_large()
    {
        using var buffer = new ImageBuffer(expectedBytes: null);
        buffer.Append(new byte[ImageLimits.MaximumBytes]);
        var problem = Assert.Throws<ProblemException>(() => buffer.Append([1]));
        Assert.Equal(ErrorCodes.ImageTooLarge, problem.Code);
        Assert.Equal(ImageLimits.MaximumBytes, buffer.Length);
    }
}
