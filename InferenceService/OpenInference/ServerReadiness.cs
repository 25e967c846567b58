namespace InferenceService.OpenInference;

/// <summary>The answer of <c>GET /v2/health/ready</c>.</summary>
internal sealed record ServerReadiness(bool Ready);
