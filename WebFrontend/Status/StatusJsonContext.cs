using System.Text.Json.Serialization;

namespace WebFrontend.Status;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StatusReading))]
[JsonSerializable(typeof(HealthReply))]
internal sealed partial class StatusJsonContext : JsonSerializerContext;
