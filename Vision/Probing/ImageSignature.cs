namespace Vision.Probing;

/// <summary>Tells a format by the first bytes of a file, never by its name or declared type.</summary>
internal static class ImageSignature
{
    /// <summary>Most bytes that the answer takes: those of WebP, which has the size of the file in the middle of its signature.</summary>
    public const int MaximumBytes = 12;

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Tells the format, or that more bytes are needed.</summary>
    /// <returns>False while fewer than <see cref="MaximumBytes"/> are there and more of them decide.</returns>
    /// <exception cref="Contracts.ProblemException">The bytes begin none of the four formats; known by the first byte that fits none.</exception>
    public static bool TryIdentify(ReadOnlySpan<byte> prefix, out ImageFormat format)
    {
        (format, var signatureBytes) = prefix switch
        {
            _ when Agree(prefix, Jpeg) => (ImageFormat.Jpeg, Jpeg.Length),
            _ when Agree(prefix, Png) => (ImageFormat.Png, Png.Length),
            _ when Agree(prefix, "GIF87a"u8) || Agree(prefix, "GIF89a"u8) => (ImageFormat.Gif, 6),
            _ when Agree(prefix, "RIFF"u8) && (prefix.Length <= 8 || Agree(prefix[8..], "WEBP"u8)) => (ImageFormat.Webp, MaximumBytes),
            _ => throw InvalidImage.UnknownFormat(),
        };

        return prefix.Length >= signatureBytes;
    }

    /// <summary>Whether both are equal as far as both go.</summary>
    private static bool Agree(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> signature)
    {
        var common = Math.Min(prefix.Length, signature.Length);
        return prefix[..common].SequenceEqual(signature[..common]);
    }
}
