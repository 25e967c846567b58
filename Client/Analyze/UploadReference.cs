namespace Client;

/// <summary>Names an upload where an image is expected.</summary>
internal sealed record UploadReference(string Upload);
