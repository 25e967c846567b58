using System.Text.Json.Serialization;
using ApiService.Compatibility.Google.Responses;

namespace ApiService.Compatibility.Google;

/// <summary>The same with the numbers of enumerations, for callers who ask for them by <c>$alt=json;enum-encoding=int</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BatchAnnotateImagesResponse))]
internal sealed partial class GoogleNumberJsonContext : JsonSerializerContext;
