using Contracts;

namespace ApiService.Compatibility.Crops;

/// <summary>A part of a picture that stands for the whole.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Importance">The share of all faces and things, by their weights, that it holds; its share of the area where there are none.</param>
internal sealed record CropRegion(BoundingBox Box, double Importance);
