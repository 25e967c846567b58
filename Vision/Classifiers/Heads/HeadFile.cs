using System.Buffers.Binary;
using System.Numerics.Tensors;
using Vision.Models;

namespace Vision.Classifiers.Heads;

/// <summary>
/// <c>head.bin</c>, all little-endian: the letters <c>VHED</c>, version 1, number of classes and of dimensions (four int32 in all),
/// temperature and threshold of the unknown, then the biases and, class by class, the weights (all float32). It holds numbers alone
/// and nothing that could be run; a file whose length is not what its header says is refused before anything of it is kept.
/// </summary>
internal static class HeadFile
{
    public const string FileName = "head.bin";

    /// <summary>More classes or dimensions belong to no head of ours; their product stays far below what an array can hold.</summary>
    public const int MaximumClasses = 1_000;
    public const int MaximumDimensions = 16_384;

    private const int HeaderBytes = 24;
    private const int Version = 1;

    private static ReadOnlySpan<byte> Magic => "VHED"u8;

    public static byte[] Write(ClassifierHead head)
    {
        var file = new byte[LengthOf(head.Classes, head.Dimensions)];
        var header = file.AsSpan(0, HeaderBytes);
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], head.Classes);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], head.Dimensions);
        BinaryPrimitives.WriteSingleLittleEndian(header[16..], head.Temperature);
        BinaryPrimitives.WriteSingleLittleEndian(header[20..], head.UnknownThreshold);
        var values = file.AsSpan(HeaderBytes);
        WriteAll(head.Biases, values);
        WriteAll(head.Weights, values[(head.Classes * sizeof(float))..]);
        return file;
    }

    /// <exception cref="ModelLoadException">The file is no head, or a broken one.</exception>
    public static ClassifierHead Read(ReadOnlySpan<byte> file)
    {
        Require(file.Length >= HeaderBytes && file.StartsWith(Magic), "the file is no head");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        Require(version == Version, $"version {version} of the format is not known");
        var classes = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        Require(classes is > 0 and <= MaximumClasses && dimensions is > 0 and <= MaximumDimensions, "the sizes are out of range");
        Require(file.Length == LengthOf(classes, dimensions), "the length is not what the header says");
        var temperature = BinaryPrimitives.ReadSingleLittleEndian(file[16..]);
        var threshold = BinaryPrimitives.ReadSingleLittleEndian(file[20..]);
        Require(float.IsFinite(temperature) && temperature > 0 && threshold is >= 0 and <= 1, "temperature or threshold is out of range");
        var values = file[HeaderBytes..];
        var biases = ReadAll(values[..(classes * sizeof(float))]);
        var weights = ReadAll(values[(classes * sizeof(float))..]);
        return new ClassifierHead(weights, biases) { Temperature = temperature, UnknownThreshold = threshold };
    }

    private static int LengthOf(int classes, int dimensions) => HeaderBytes + (classes * (dimensions + 1) * sizeof(float));

    private static void WriteAll(ReadOnlySpan<float> values, Span<byte> target)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(target[(i * sizeof(float))..], values[i]);
        }
    }

    private static float[] ReadAll(ReadOnlySpan<byte> source)
    {
        var values = new float[source.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(source[(i * sizeof(float))..]);
        }

        Require(TensorPrimitives.IsFiniteAll<float>(values), "a value is not finite");
        return values;
    }

    private static void Require(bool condition, string reason)
    {
        if (!condition)
        {
            throw new ModelLoadException($"{FileName} cannot be read: {reason}.");
        }
    }
}
