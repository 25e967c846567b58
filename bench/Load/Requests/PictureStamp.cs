using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Load.Requests;

/// <summary>Makes each image another one: a JPEG comment at the start of the image holds a number.</summary>
/// <param name="isUnique">Whether the numbers differ; otherwise all images of this stamp are one image.</param>
internal sealed class PictureStamp(bool isUnique)
{
    public const int Bytes = 12;

    private readonly int run = RandomNumberGenerator.GetInt32(int.MaxValue);
    private long number;

    /// <summary>Start of image and the comment's marker and length; the stamp follows, and then the picture without its first two bytes.</summary>
    public static ReadOnlySpan<byte> CommentStart => [0xFF, 0xD8, 0xFF, 0xFE, 0, 2 + Bytes];

    /// <summary>An image with room for a stamp, and where that is.</summary>
    public static byte[] MakeRoom(ReadOnlySpan<byte> picture) => [.. CommentStart, .. new byte[Bytes], .. picture[2..]];

    public void Write(Span<byte> place)
    {
        BinaryPrimitives.WriteInt32BigEndian(place, run);
        BinaryPrimitives.WriteInt64BigEndian(place[sizeof(int)..], isUnique ? Interlocked.Increment(ref number) : 0);
    }
}
