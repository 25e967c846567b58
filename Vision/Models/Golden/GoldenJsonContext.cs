using System.Text.Json.Serialization;

namespace Vision.Models.Golden;

/// <summary>Reads <c>golden.json</c> strictly: a misspelt member is an error, not a default.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<GoldenImage>))]
internal sealed partial class GoldenJsonContext : JsonSerializerContext;
