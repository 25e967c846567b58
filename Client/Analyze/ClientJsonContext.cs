using System.Text.Json;
using System.Text.Json.Serialization;

namespace Client;

/// <summary>Serialisation of what is not in the contracts themselves, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnalysisAccepted))]
[JsonSerializable(typeof(AnalysisProgress))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(UploadReference))]
internal sealed partial class ClientJsonContext : JsonSerializerContext;
