namespace ApiService.Compatibility.Azure.Results;

/// <summary>Lines of text that belong together.</summary>
internal sealed record DetectedTextBlock(IReadOnlyList<DetectedTextLine> Lines);
