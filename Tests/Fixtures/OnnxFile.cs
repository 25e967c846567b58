using System.Text;

namespace Tests.Fixtures;

/// <summary>
/// Writes ONNX files (protocol buffers of onnx.proto3): one of the shape of the shipped classifiers, which gives its weights as the
/// logits and takes these from inside the file or from another one, and a small one that tells colours.
/// </summary>
internal static class OnnxFile
{
    private const int Classes = 1000;
    private const int FloatType = 1;
    private const int ByteType = 2;

    public static byte[] WithWeightsInside() => Model(Bytes(9, new byte[Classes * sizeof(float)]));

    /// <summary>A file that asks for another file to be read.</summary>
    /// <param name="location">The path as it stands in the file.</param>
    public static byte[] WithWeightsAt(string location) => Model(
    [
        .. Bytes(13, [.. Text(1, "location"), .. Text(2, location)]),
        .. Bytes(13, [.. Text(1, "length"), .. Text(2, $"{Classes * sizeof(float)}")]),
        .. Number(14, 1),
    ]);

    /// <summary>A classifier whose logits are the means of the samples that it is given, one a channel, in the tensor's order.</summary>
    public static byte[] ChannelMeans(bool isByte, bool isChannelFirst, int width, int height)
    {
        int[] shape = isChannelFirst ? [1, 3, height, width] : [1, height, width, 3];
        int[] axes = isChannelFirst ? [2, 3] : [1, 2];
        byte[] cast = [.. Text(1, "image"), .. Text(2, "samples"), .. Text(3, "cast"), .. Text(4, "Cast"), .. Integer("to", FloatType)];
        byte[] mean =
        [
            .. Text(1, isByte ? "samples" : "image"), .. Text(2, "logits"), .. Text(3, "mean"), .. Text(4, "ReduceMean"),
            .. Bytes(5, [.. Text(1, "axes"), .. axes.SelectMany(static axis => Number(8, axis)), .. Number(20, 7)]), .. Integer("keepdims", 0),
        ];
        return File(
        [
            .. isByte ? Bytes(1, cast) : [], .. Bytes(1, mean), .. Text(2, "graph"),
            .. Bytes(11, Tensor("image", isByte ? ByteType : FloatType, shape)), .. Bytes(12, Tensor("logits", FloatType, 1, 3)),
        ]);
    }

    private static byte[] Integer(string name, int value) => Bytes(5, [.. Text(1, name), .. Number(3, value), .. Number(20, 2)]);

    private static byte[] File(byte[] graph) =>
        [.. Number(1, 8), .. Bytes(7, graph), .. Bytes(8, [.. Text(1, string.Empty), .. Number(2, 17)])];

    private static byte[] Model(byte[] weights)
    {
        byte[] initializer = [.. Number(1, 1), .. Number(1, Classes), .. Number(2, FloatType), .. Text(8, "weights"), .. weights];
        byte[] node = [.. Text(1, "weights"), .. Text(2, "logits"), .. Text(3, "copy"), .. Text(4, "Identity")];
        byte[] graph =
        [
            .. Bytes(1, node), .. Text(2, "graph"), .. Bytes(5, initializer),
            .. Bytes(11, Tensor("image", ByteType, 1, 224, 224, 3)), .. Bytes(12, Tensor("logits", FloatType, 1, Classes)),
        ];
        return File(graph);
    }

    private static byte[] Tensor(string name, int type, params int[] shape)
    {
        byte[] dimensions = [.. shape.SelectMany(static size => Bytes(1, Number(1, size)))];
        return [.. Text(1, name), .. Bytes(2, Bytes(1, [.. Number(1, type), .. Bytes(2, dimensions)]))];
    }

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(int field, byte[] bytes) => [.. Varint((field << 3) | 2), .. Varint(bytes.Length), .. bytes];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Varint(int value)
    {
        List<byte> bytes = [];
        for (var rest = (uint)value; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                bytes.Add((byte)rest);
                return [.. bytes];
            }

            bytes.Add((byte)(rest | 0x80));
        }
    }
}
