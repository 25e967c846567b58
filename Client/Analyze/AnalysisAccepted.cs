using Contracts;

namespace Client;

/// <summary>The whole image has come and its header is valid.</summary>
/// <param name="Digest">The image's identity: <c>sha256:</c> and 64 hexadecimal digits over its encoded bytes.</param>
/// <param name="Image">The facts of the file itself.</param>
public sealed record AnalysisAccepted(string Digest, ImageReport Image) : AnalysisUpdate;
