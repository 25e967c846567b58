namespace ApiService.Compatibility.Azure.Results;

/// <summary>The size of the upright image in pixels.</summary>
internal sealed record ImageMetadata(int Width, int Height);
