namespace ApiService.Compatibility.Azure.Results;

/// <summary>A sentence about a region of the image.</summary>
internal sealed record DenseCaption(string Text, float Confidence, ImageBoundingBox BoundingBox);
