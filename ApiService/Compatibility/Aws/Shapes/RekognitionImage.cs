using System.Text.Json;

namespace ApiService.Compatibility.Aws.Shapes;

/// <summary>Where the image of a request is.</summary>
/// <param name="Bytes">The number that stands in the place of its bytes.</param>
/// <param name="S3Object">An object in a store that this service does not have.</param>
internal sealed record RekognitionImage(string? Bytes, JsonElement? S3Object);
