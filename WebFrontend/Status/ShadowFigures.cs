namespace WebFrontend.Status;

/// <summary>How often a version in the shadow gave the same best class as the one that answered.</summary>
internal sealed record ShadowFigures(string Model, string Version, double Agreed, double Disagreed);
