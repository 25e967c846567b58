using System.Buffers.Binary;

namespace Tests.Fixtures;

/// <summary>Numbers as the image formats store them.</summary>
internal static class EncodedNumber
{
    public static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Big32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Little16(int value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Little24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    public static byte[] Little32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
