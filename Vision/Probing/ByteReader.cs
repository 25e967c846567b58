using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>Reads a file from front to back; a read past its end is the problem that the file is cut off.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> data, ImageFormat format)
{
    private ReadOnlySpan<byte> rest = data;

    public readonly int Remaining => rest.Length;

    /// <summary>Takes the next bytes. A file states lengths of up to 32 bits, hence the type.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count > rest.Length)
        {
            throw InvalidImage.CutOff(format);
        }

        var taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }

    public void Skip(long count) => _ = Take(count);

    public byte ReadByte() => Take(1)[0];

    public ushort ReadUInt16LittleEndian() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int ReadUInt24LittleEndian()
    {
        var bytes = Take(3);
        return bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    }

    public uint ReadUInt32LittleEndian() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public uint ReadUInt32BigEndian() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));
}
