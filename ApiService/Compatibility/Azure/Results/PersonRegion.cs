namespace ApiService.Compatibility.Azure.Results;

/// <summary>A person in the image; Azure calls it <c>DetectedPerson</c>.</summary>
internal sealed record PersonRegion(ImageBoundingBox BoundingBox, float Confidence);
