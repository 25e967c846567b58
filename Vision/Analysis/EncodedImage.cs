using Vision.Probing;

namespace Vision;

/// <summary>An image as it was received, identified and probed. Whoever made it owns the memory and outlives the analysis.</summary>
/// <param name="Bytes">The encoded file.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits over <paramref name="Bytes"/>.</param>
/// <param name="Header">What its header says; every limit has been checked.</param>
public readonly record struct EncodedImage(ReadOnlyMemory<byte> Bytes, string Digest, ImageHeader Header);
