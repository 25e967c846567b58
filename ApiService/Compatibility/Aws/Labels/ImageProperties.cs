namespace ApiService.Compatibility.Aws.Labels;

/// <summary>What is told of the image as a whole.</summary>
internal sealed record ImageProperties(IReadOnlyList<RekognitionColor> DominantColors);
