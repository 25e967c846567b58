namespace ApiService.Compatibility.Google.Responses;

/// <summary>The answer of one call.</summary>
/// <param name="Responses">What became of each image, in their order.</param>
internal sealed record BatchAnnotateImagesResponse(IReadOnlyList<AnnotateImageResponse> Responses);
