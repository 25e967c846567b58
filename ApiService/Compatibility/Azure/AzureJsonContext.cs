using System.Text.Json.Serialization;
using ApiService.Compatibility.Azure.Parameters;
using ApiService.Compatibility.Azure.Problems;
using ApiService.Compatibility.Azure.Results;

namespace ApiService.Compatibility.Azure;

/// <summary>Serialisation of what goes to and from Azure's clients, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImageAnalysisResult))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(ImageUrl))]
internal sealed partial class AzureJsonContext : JsonSerializerContext;
