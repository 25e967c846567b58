namespace InferenceService.OpenInference;

/// <summary>The body of every error of the protocol.</summary>
internal sealed record ProtocolError(string Error);
