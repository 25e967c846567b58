namespace ApiService.Compatibility.Aws.Labels;

/// <summary>One class, broader term or thing.</summary>
/// <param name="Name">The term in words.</param>
/// <param name="Confidence">In percent.</param>
/// <param name="Instances">Where the things of that name are.</param>
/// <param name="Parents">The broader terms, from specific to general.</param>
internal sealed record RekognitionLabel(
    string Name, float Confidence, IReadOnlyList<LabelInstance> Instances, IReadOnlyList<LabelParent> Parents)
{
    /// <summary>Other names of the same; the engine has none.</summary>
    public IReadOnlyList<string> Aliases { get; } = [];

    /// <summary>The themes of Rekognition's own catalogue; the engine has none.</summary>
    public IReadOnlyList<string> Categories { get; } = [];
}
