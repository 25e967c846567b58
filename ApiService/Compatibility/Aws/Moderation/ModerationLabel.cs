namespace ApiService.Compatibility.Aws.Moderation;

/// <summary>One kind of content that is not safe.</summary>
/// <param name="Confidence">In percent.</param>
/// <param name="Name">Its name in the taxonomy.</param>
/// <param name="ParentName">The kind above it; empty at the top.</param>
/// <param name="TaxonomyLevel">1 at the top.</param>
internal sealed record ModerationLabel(float Confidence, string Name, string ParentName, int TaxonomyLevel);
