using System.Security.Cryptography;

namespace Vision;

/// <summary>The identity of an image: SHA-256 over its encoded bytes.</summary>
public static class ImageDigest
{
    private const string Prefix = "sha256:";

    /// <summary>Computes the digest of an image that is all there.</summary>
    /// <param name="bytes">The encoded file.</param>
    public static string Of(ReadOnlySpan<byte> bytes) => Format(SHA256.HashData(bytes));

    /// <summary>Gives a digest as <see cref="Format"/> writes it: its digits may be in upper case, and its prefix may lack.</summary>
    /// <param name="digest">What a caller sent.</param>
    /// <returns>The digest, or null if this is none.</returns>
    public static string? Normalize(string digest)
    {
        var lower = digest.ToLowerInvariant();
        var digits = lower.StartsWith(Prefix, StringComparison.Ordinal) ? lower[Prefix.Length..] : lower;
        return digits.Length == SHA256.HashSizeInBytes * 2 && digits.All(char.IsAsciiHexDigit) ? Prefix + digits : null;
    }

    /// <summary>Writes a hash as <c>sha256:</c> and 64 hexadecimal digits.</summary>
    /// <param name="hash">32 bytes.</param>
    public static string Format(ReadOnlySpan<byte> hash) => Prefix + Convert.ToHexStringLower(hash);
}
