namespace ApiService.Compatibility.Google.Responses;

/// <summary>A paragraph of a block.</summary>
internal sealed record Paragraph(BoundingPoly BoundingBox, IReadOnlyList<Word> Words, float Confidence);
