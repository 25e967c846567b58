namespace ApiService.Compatibility.Google.Responses;

/// <summary>What is known of a symbol beside its text.</summary>
internal sealed record TextProperty(DetectedBreak DetectedBreak);
