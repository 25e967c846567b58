namespace InferenceService.OpenInference;

/// <summary>The answer of <c>GET /v2</c>.</summary>
internal sealed record ServerMetadata(string Name, string Version, IReadOnlyList<string> Extensions);
