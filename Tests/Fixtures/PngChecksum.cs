using System.Buffers.Binary;

namespace Tests.Fixtures;

/// <summary>The cyclic redundancy code of ISO 3309, which ends each chunk of PNG.</summary>
internal static class PngChecksum
{
    private const int LengthBytes = 4;
    private const int TypeBytes = 4;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var remainder = uint.MaxValue;
        foreach (var value in bytes)
        {
            remainder ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                remainder = (remainder >> 1) ^ ((remainder & 1) * 0xEDB88320);
            }
        }

        return ~remainder;
    }

    /// <summary>Makes every checksum of a file right, as far as its chunks can be followed.</summary>
    public static void Repair(byte[] file)
    {
        var rest = file.AsSpan(PngFile.Signature.Length);
        while (rest.Length >= LengthBytes + TypeBytes + sizeof(uint)
            && BinaryPrimitives.ReadUInt32BigEndian(rest) is var length
            && length <= rest.Length - LengthBytes - TypeBytes - sizeof(uint))
        {
            var end = LengthBytes + TypeBytes + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(rest[end..], Of(rest[LengthBytes..end]));
            rest = rest[(end + sizeof(uint))..];
        }
    }
}
