using System.Text.Json.Serialization;

namespace Vision.Models.Versions;

/// <summary>Reads and writes <c>live.json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LivePointer))]
internal sealed partial class LiveJsonContext : JsonSerializerContext;
