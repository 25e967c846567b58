using System.Text.Json.Serialization;
using ApiService.Compatibility.Google.Errors;
using ApiService.Compatibility.Google.Responses;

namespace ApiService.Compatibility.Google;

/// <summary>Everything that leaves in Google's form, with the names of enumerations.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(BatchAnnotateImagesResponse))]
[JsonSerializable(typeof(CallErrorBody))]
internal sealed partial class GoogleJsonContext : JsonSerializerContext;
