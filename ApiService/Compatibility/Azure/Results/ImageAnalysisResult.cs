namespace ApiService.Compatibility.Azure.Results;

/// <summary>Azure's answer about one image. Only what was asked for is present.</summary>
internal sealed record ImageAnalysisResult
{
    /// <summary>The engine's classifier and its version; never one of Azure's dates.</summary>
    public required string ModelVersion { get; init; }

    public required ImageMetadata Metadata { get; init; }

    public CaptionResult? CaptionResult { get; init; }

    public ValueList<DenseCaption>? DenseCaptionsResult { get; init; }

    public ValueList<DetectedTag>? TagsResult { get; init; }

    public ValueList<ObjectRegion>? ObjectsResult { get; init; }

    public ValueList<PersonRegion>? PeopleResult { get; init; }

    public ReadResult? ReadResult { get; init; }

    public ValueList<ThumbnailRegion>? SmartCropsResult { get; init; }
}
