namespace ApiService.Compatibility.Google.Responses;

/// <summary>What was found in one image. As with Google, a list that would be empty is absent.</summary>
internal sealed record AnnotateImageResponse
{
    public IReadOnlyList<FaceAnnotation>? FaceAnnotations { get; init; }

    public IReadOnlyList<EntityAnnotation>? LabelAnnotations { get; init; }

    public IReadOnlyList<LocalizedObjectAnnotation>? LocalizedObjectAnnotations { get; init; }

    public IReadOnlyList<EntityAnnotation>? TextAnnotations { get; init; }

    public TextAnnotation? FullTextAnnotation { get; init; }

    public SafeSearchAnnotation? SafeSearchAnnotation { get; init; }

    public ImageProperties? ImagePropertiesAnnotation { get; init; }

    public CropHintsAnnotation? CropHintsAnnotation { get; init; }

    /// <summary>Why something is missing; what is there is right all the same.</summary>
    public RpcStatus? Error { get; init; }
}
