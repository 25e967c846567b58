namespace ApiService.Compatibility.Google.Responses;

/// <summary>A block of a page.</summary>
internal sealed record Block(BoundingPoly BoundingBox, IReadOnlyList<Paragraph> Paragraphs, BlockType BlockType, float Confidence);
