using System.Buffers.Binary;
using ApiService.Ingest;
using Contracts;

namespace ApiService.Classifiers.Multipart;

/// <summary>
/// Looks at the end of a zip (APPNOTE 4.3.16) before its list of entries is read: the framework reads that list as a whole, however
/// long it is. The list may lie nowhere but right before the end, and be no longer than so many entries need.
/// </summary>
internal static class ZipDirectory
{
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>A header of 46 bytes, a long name and some extras.</summary>
    private const int MostBytesPerEntry = 512;

    private static ReadOnlySpan<byte> EndSignature => "PK\u0005\u0006"u8;

    /// <summary>Checks a zip.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>: it is none, or has too many entries.</exception>
    public static async Task CheckAsync(FileStream file, int maximumEntries, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + LongestComment)];
        file.Position = file.Length - tail.Length;
        await file.ReadExactlyAsync(tail, cancellationToken);
        file.Position = 0;
        var place = tail.AsSpan().LastIndexOf(EndSignature);
        if (place < 0 || tail.Length - place < EndBytes)
        {
            throw Invalid("The archive is no zip, or cut off.");
        }

        var end = tail.AsSpan(place);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        if (entries > maximumEntries)
        {
            throw Invalid($"The archive may have {maximumEntries} entries at most.");
        }

        long length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var isInOnePart = BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) == entries;
        if (!isInOnePart || length > (long)maximumEntries * MostBytesPerEntry || offset + length != file.Length - tail.Length + place)
        {
            throw Invalid("The archive is no plain zip; write it anew.");
        }
    }

    public static ProblemException Invalid(string message, Exception? cause = null) => InvalidRequest.Of("archive", message, cause);
}
