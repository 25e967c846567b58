namespace ApiService.Compatibility.Google.Responses;

/// <summary>A word of a paragraph.</summary>
internal sealed record Word(BoundingPoly BoundingBox, IReadOnlyList<Symbol> Symbols, float Confidence);
