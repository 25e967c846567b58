namespace ApiService.Compatibility.Azure.Results;

/// <summary>A part of the image that stands for the whole; Azure calls it <c>CropRegion</c>.</summary>
internal sealed record ThumbnailRegion(double AspectRatio, ImageBoundingBox BoundingBox);
