using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Contracts;

namespace ApiService.Uploads;

/// <summary>What the bytes of one request must hash to, by <c>Upload-Checksum</c>.</summary>
internal sealed class UploadChecksum
{
    /// <summary>As the header names them.</summary>
    public const string Algorithms = "sha1,sha256";

    private readonly Func<ReadOnlySpan<byte>, byte[]> hash;
    private readonly byte[] expected;

    private UploadChecksum(Func<ReadOnlySpan<byte>, byte[]> hash, byte[] expected) => (this.hash, this.expected) = (hash, expected);

    /// <summary>Reads <c>&lt;algorithm&gt; &lt;base64&gt;</c>; without a header there is nothing to check.</summary>
    /// <exception cref="ProblemException"><c>upload_invalid</c>.</exception>
    public static UploadChecksum? Parse(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var parts = header.Split(' ', 2);
        var (algorithm, size) = parts[0] switch
        {
            "sha1" => ((Func<ReadOnlySpan<byte>, byte[]>)HashBySha1, SHA1.HashSizeInBytes),
            "sha256" => (SHA256.HashData, SHA256.HashSizeInBytes),
            _ => throw UploadProblems.Invalid($"{TusHeaders.Checksum} names none of the algorithms {Algorithms}."),
        };
        var digest = new byte[size];
        return parts is [_, var text] && Convert.TryFromBase64String(text, digest, out var written) && written == size
            ? new UploadChecksum(algorithm, digest)
            : throw UploadProblems.Invalid($"{TusHeaders.Checksum} is not an algorithm, a space and a hash of its size in base64.");
    }

    /// <exception cref="ProblemException"><c>upload_checksum</c>.</exception>
    public void Verify(ReadOnlySpan<byte> bytes)
    {
        if (!hash(bytes).AsSpan().SequenceEqual(expected))
        {
            throw new ProblemException(ErrorCodes.UploadChecksum, "The bytes of this request have another checksum; none of them was stored.");
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The protocol names SHA-1, and nothing is proved by it: it finds bytes that got lost on the line.")]
    private static byte[] HashBySha1(ReadOnlySpan<byte> bytes) => SHA1.HashData(bytes);
}
