using System.Text.Json.Serialization;
using ApiService.Compatibility.Aws.Faces;
using ApiService.Compatibility.Aws.Labels;
using ApiService.Compatibility.Aws.Moderation;
using ApiService.Compatibility.Aws.Texts;

namespace ApiService.Compatibility.Aws;

/// <summary>The bodies of Rekognition, whose members have capitals; what is not known is absent.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AwsError))]
[JsonSerializable(typeof(DetectFacesRequest))]
[JsonSerializable(typeof(DetectFacesResponse))]
[JsonSerializable(typeof(DetectLabelsRequest))]
[JsonSerializable(typeof(DetectLabelsResponse))]
[JsonSerializable(typeof(DetectModerationLabelsRequest))]
[JsonSerializable(typeof(DetectModerationLabelsResponse))]
[JsonSerializable(typeof(DetectTextRequest))]
[JsonSerializable(typeof(DetectTextResponse))]
internal sealed partial class AwsJsonContext : JsonSerializerContext;
