using System.Text.Json;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>Where words are looked for.</summary>
internal sealed record RegionOfInterest(RegionBox? BoundingBox, JsonElement? Polygon);
