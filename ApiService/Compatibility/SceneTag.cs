namespace ApiService.Compatibility;

/// <summary>A class or a broader term that fits a picture as a whole.</summary>
/// <param name="Name">The term in words.</param>
/// <param name="Confidence">Its probability, 0 to 1.</param>
internal sealed record SceneTag(string Name, float Confidence);
