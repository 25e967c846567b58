namespace ApiService.Compatibility.Azure.Results;

/// <summary>The text in the image: one block, or none where there is no text.</summary>
internal sealed record ReadResult(IReadOnlyList<DetectedTextBlock> Blocks);
