namespace InferenceService.OpenInference;

/// <summary>The answer of <c>GET /v2/models/{model}/ready</c>.</summary>
internal sealed record ModelReadiness(string Name, bool Ready);
