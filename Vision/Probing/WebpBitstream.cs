using System.Buffers.Binary;

namespace Vision.Probing;

/// <summary>What the bitstream of one WebP picture says of itself, whatever the container says of it.</summary>
internal readonly record struct WebpBitstream(int Width, int Height, bool HasAlpha)
{
    private const int LossyHeaderBytes = 10;
    private const int LosslessHeaderBytes = 5;
    private const byte LosslessSignature = 0x2F;
    private const int SizeBits = 14;
    private const int SizeMask = (1 << SizeBits) - 1;

    private static ReadOnlySpan<byte> KeyFrameStart => [0x9D, 0x01, 0x2A];

    /// <summary>Whether a chunk of that type holds a bitstream.</summary>
    public static bool IsBitstream(ReadOnlySpan<byte> type) => type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8);

    /// <summary>Reads the first bytes of a bitstream.</summary>
    /// <param name="type">The type of its chunk, for which <see cref="IsBitstream"/> holds.</param>
    /// <param name="data">The bitstream, or its first bytes.</param>
    /// <param name="bitstream">What it says.</param>
    /// <returns>False when there are too few bytes.</returns>
    public static bool TryRead(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data, out WebpBitstream bitstream)
    {
        bitstream = default;
        var isLossless = type.SequenceEqual("VP8L"u8);
        if (data.Length < (isLossless ? LosslessHeaderBytes : LossyHeaderBytes))
        {
            return false;
        }

        bitstream = isLossless ? ReadLossless(data) : ReadLossy(data);
        return true;
    }

    /// <summary>The frame header of VP8 (RFC 6386, 9.1): a picture is a key frame; the upper bits of its sides only scale its display.</summary>
    private static WebpBitstream ReadLossy(ReadOnlySpan<byte> data)
    {
        var isKeyFrame = (data[0] & 1) == 0;
        if (!isKeyFrame || !data[3..].StartsWith(KeyFrameStart))
        {
            throw Malformed();
        }

        return new WebpBitstream(
            BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & SizeMask,
            BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & SizeMask,
            HasAlpha: false);
    }

    /// <summary>The header of the lossless bitstream (RFC 9649, 3.4): 14 bits a side less one, a bit of alpha, three of version.</summary>
    private static WebpBitstream ReadLossless(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        var version = bits >> ((2 * SizeBits) + 1);
        if (data[0] != LosslessSignature || version != 0)
        {
            throw Malformed();
        }

        return new WebpBitstream(
            (int)(bits & SizeMask) + 1,
            (int)((bits >> SizeBits) & SizeMask) + 1,
            ((bits >> (2 * SizeBits)) & 1) == 1);
    }

    private static Contracts.ProblemException Malformed() => InvalidImage.Corrupt(ImageFormat.Webp, "its picture does not begin as it must");
}
