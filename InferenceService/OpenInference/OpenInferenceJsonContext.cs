using System.Text.Json.Serialization;

namespace InferenceService.OpenInference;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ServerMetadata))]
[JsonSerializable(typeof(ServerLiveness))]
[JsonSerializable(typeof(ServerReadiness))]
[JsonSerializable(typeof(ModelMetadata))]
[JsonSerializable(typeof(ModelReadiness))]
[JsonSerializable(typeof(ProtocolError))]
internal sealed partial class OpenInferenceJsonContext : JsonSerializerContext;
