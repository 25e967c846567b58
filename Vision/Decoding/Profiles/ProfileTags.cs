using System.Buffers.Binary;

namespace Vision.Decoding.Profiles;

/// <summary>The header of an ICC profile and its tags (ICC.1:2022, 7.2 and 7.3).</summary>
/// <param name="profile">The profile. Nothing in it is trusted.</param>
internal readonly ref struct ProfileTags(ReadOnlySpan<byte> profile)
{
    private const int HeaderBytes = 128;
    private const int CountBytes = 4;
    private const int EntryBytes = 12;
    private const int ColorsPlace = 16;
    private const int ConnectionPlace = 20;
    private const int SignaturePlace = 36;

    private readonly ReadOnlySpan<byte> profile = profile;

    /// <summary>Whether it goes from red, green and blue to the XYZ of CIE under D50.</summary>
    public bool AreFromRgbToXyz => profile.Length >= HeaderBytes + CountBytes
        && BinaryPrimitives.ReadUInt32BigEndian(profile) <= profile.Length
        && profile[SignaturePlace..].StartsWith("acsp"u8)
        && profile[ColorsPlace..].StartsWith("RGB "u8)
        && profile[ConnectionPlace..].StartsWith("XYZ "u8);

    /// <summary>Gives the data of a tag; false if there is none.</summary>
    public bool TryFind(ReadOnlySpan<byte> signature, out ReadOnlySpan<byte> data)
    {
        var entries = profile[(HeaderBytes + CountBytes)..];
        var count = BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderBytes..]);
        for (var left = count; left > 0 && entries.Length >= EntryBytes; left--, entries = entries[EntryBytes..])
        {
            if (entries.StartsWith(signature))
            {
                return TrySlice(BinaryPrimitives.ReadUInt32BigEndian(entries[4..]), BinaryPrimitives.ReadUInt32BigEndian(entries[8..]), out data);
            }
        }

        data = default;
        return false;
    }

    private bool TrySlice(uint offset, uint length, out ReadOnlySpan<byte> data)
    {
        var isInside = offset <= (uint)profile.Length && length <= (uint)profile.Length - offset;
        data = isInside ? profile.Slice((int)offset, (int)length) : default;
        return isInside;
    }
}
