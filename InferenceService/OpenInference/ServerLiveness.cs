namespace InferenceService.OpenInference;

/// <summary>The answer of <c>GET /v2/health/live</c>.</summary>
internal sealed record ServerLiveness(bool Live);
