namespace ApiService.Compatibility.Google.Responses;

/// <summary>The image as a page of text.</summary>
internal sealed record Page(int Width, int Height, IReadOnlyList<Block> Blocks, float Confidence);
