namespace Contracts;

/// <summary>The answer of <c>GET /api/models</c>.</summary>
/// <param name="Models">Every model that is loaded.</param>
public sealed record ModelList(IReadOnlyList<ModelSummary> Models);
