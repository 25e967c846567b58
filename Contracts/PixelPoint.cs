using System.Text.Json.Serialization;

namespace Contracts;

/// <summary>A place in the pixels of the upright image; in JSON the array <c>[x, y]</c>.</summary>
/// <param name="X">Distance from the left edge.</param>
/// <param name="Y">Distance from the upper edge.</param>
[JsonConverter(typeof(PixelPointConverter))]
public readonly record struct PixelPoint(int X, int Y);
