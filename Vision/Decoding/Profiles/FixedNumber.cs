using System.Buffers.Binary;

namespace Vision.Decoding.Profiles;

/// <summary>A signed number with sixteen bits behind the point (ICC.1:2022, 4.6).</summary>
internal static class FixedNumber
{
    public const int Bytes = 4;

    private const float One = 65536;

    public static float Read(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes) / One;
}
