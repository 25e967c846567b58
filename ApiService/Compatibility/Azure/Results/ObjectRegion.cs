namespace ApiService.Compatibility.Azure.Results;

/// <summary>A thing in the image; Azure calls it <c>DetectedObject</c> and gives it one tag.</summary>
internal sealed record ObjectRegion(ImageBoundingBox BoundingBox, IReadOnlyList<DetectedTag> Tags);
