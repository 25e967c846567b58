using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Which labels a request wants, checked.</summary>
internal sealed class LabelRules
{
    private const string GeneralLabels = "GENERAL_LABELS";
    private const string ImageProperties = "IMAGE_PROPERTIES";

    private const int MaximumLabels = 1000;
    private const float DefaultMinConfidence = 55;
    private const int DefaultColors = 10;
    private const int MaximumColors = 20;

    private readonly IReadOnlyList<string> included;
    private readonly IReadOnlyList<string> excluded;

    /// <exception cref="ProblemException">A value is not taken.</exception>
    public LabelRules(DetectLabelsRequest request)
    {
        var features = request.Features is { Count: > 0 } named ? named : [GeneralLabels];
        InvalidParameter.Unless(
            features.All(static feature => feature is GeneralLabels or ImageProperties),
            $"Features are {GeneralLabels} and {ImageProperties}.");
        HasLabels = features.Any(static feature => feature == GeneralLabels);
        HasColors = features.Any(static feature => feature == ImageProperties);
        InvalidParameter.Unless(
            HasLabels || (request.MaxLabels is null && request.MinConfidence is null && request.Settings?.GeneralLabels is null),
            $"MaxLabels, MinConfidence and Settings.GeneralLabels go with the feature {GeneralLabels}.");
        InvalidParameter.Unless(
            HasColors || request.Settings?.ImageProperties is null, $"Settings.ImageProperties goes with the feature {ImageProperties}.");

        MaxLabels = request.MaxLabels ?? MaximumLabels;
        InvalidParameter.Unless(MaxLabels is >= 0 and <= MaximumLabels, $"MaxLabels must be 0 to {MaximumLabels}.");
        InvalidParameter.UnlessPercentage(request.MinConfidence, "MinConfidence");
        MinConfidence = request.MinConfidence ?? DefaultMinConfidence;
        MaxColors = request.Settings?.ImageProperties?.MaxDominantColors ?? DefaultColors;
        InvalidParameter.Unless(MaxColors is >= 0 and <= MaximumColors, $"MaxDominantColors must be 0 to {MaximumColors}.");

        var names = request.Settings?.GeneralLabels;
        InvalidParameter.Unless(
            names is not { LabelCategoryInclusionFilters.Count: > 0 } and not { LabelCategoryExclusionFilters.Count: > 0 },
            "Labels have no categories here; filter by their names.");
        (included, excluded) = (names?.LabelInclusionFilters ?? [], names?.LabelExclusionFilters ?? []);
    }

    public bool HasLabels { get; }

    public bool HasColors { get; }

    public int MaxLabels { get; }

    /// <summary>In percent.</summary>
    public float MinConfidence { get; }

    public int MaxColors { get; }

    /// <summary>Whether a label of that name is told. Rekognition writes names with capitals, the engine does not.</summary>
    public bool Admit(string name) =>
        (included.Count == 0 || included.Contains(name, StringComparer.OrdinalIgnoreCase))
        && !excluded.Contains(name, StringComparer.OrdinalIgnoreCase);
}
