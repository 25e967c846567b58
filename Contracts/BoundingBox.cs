namespace Contracts;

/// <summary>A rectangle in the pixels of the upright image; it lies within the image.</summary>
/// <param name="X">Distance of its left edge from the image's left edge.</param>
/// <param name="Y">Distance of its upper edge from the image's upper edge.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record BoundingBox(int X, int Y, int Width, int Height);
