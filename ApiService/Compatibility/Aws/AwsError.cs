using System.Text.Json.Serialization;

namespace ApiService.Compatibility.Aws;

/// <summary>The body of an error of an AWS JSON service.</summary>
/// <param name="Type">The name of the exception that the client throws.</param>
/// <param name="Code">The same name, where Rekognition's own exceptions have it.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Logref">Under which the logs tell more.</param>
internal sealed record AwsError([property: JsonPropertyName("__type")] string Type, string Code, string Message, string Logref);
