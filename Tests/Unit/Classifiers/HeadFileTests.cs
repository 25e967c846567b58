using System.Buffers.Binary;
using Vision.Classifiers.Heads;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class HeadFileTests
{
    private static readonly ClassifierHead Head = new([1, 2, 3, 4, 5, 6], [0.5f, -0.5f]) { Temperature = 0.25f, UnknownThreshold = 0.6f };

    public static TheoryData<string, int, int> Altered => new()
    {
        { "magic", 0, 0 },
        { "version", 4, 2 },
        { "no class", 8, 0 },
        { "fewer classes than it holds", 8, 1 },
        { "less than no class", 8, -1 },
        { "far too many classes", 8, int.MaxValue },
        { "far too many dimensions", 12, int.MaxValue },
        { "a product that overflows", 12, 1 << 30 },
        { "temperature 0", 16, 0 },
        { "temperature below 0", 16, BitConverter.SingleToInt32Bits(-1) },
        { "temperature that is no number", 16, BitConverter.SingleToInt32Bits(float.NaN) },
        { "threshold above 1", 20, BitConverter.SingleToInt32Bits(1.5f) },
        { "threshold that is no number", 20, BitConverter.SingleToInt32Bits(float.NaN) },
        { "bias that is infinite", 24, BitConverter.SingleToInt32Bits(float.PositiveInfinity) },
        { "weight that is no number", 32, BitConverter.SingleToInt32Bits(float.NaN) },
    };

    [Fact]
    public void Read_of_a_written_head_gives_the_same_head()
    {
        var read = HeadFile.Read(HeadFile.Write(Head));
        Assert.Equal((2, 3, 0.25f, 0.6f), (read.Classes, read.Dimensions, read.Temperature, read.UnknownThreshold));
        Assert.Equal(Head.Weights.ToArray(), read.Weights.ToArray());
        Assert.Equal(Head.Biases.ToArray(), read.Biases.ToArray());
    }

    [Theory]
    [MemberData(nameof(Altered))]
    public void Read_of_an_altered_file_is_refused(string what, int place, int value)
    {
        var file = HeadFile.Write(Head);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(place), value);
        Assert.False(string.IsNullOrEmpty(Assert.Throws<ModelLoadException>(() => HeadFile.Read(file)).Message), what);
    }

    [Fact]
    public void Read_of_a_file_of_another_length_is_refused()
    {
        var file = HeadFile.Write(Head);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Throws<ModelLoadException>(() => HeadFile.Read(file.AsSpan(0, length)));
        }

        Assert.Throws<ModelLoadException>(() => HeadFile.Read([.. file, 0]));
    }
}
