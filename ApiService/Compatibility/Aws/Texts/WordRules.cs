using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>The filters of a request, checked.</summary>
internal sealed class WordRules
{
    /// <summary>What a word filter asks for that does not say it.</summary>
    private const float DefaultMinConfidence = 80;

    private const int MaximumRegions = 10;

    private readonly DetectionFilter? filter;
    private readonly RelativeBox[] regions;

    /// <exception cref="ProblemException">A value is not taken.</exception>
    public WordRules(DetectTextFilters? filters)
    {
        filter = filters?.WordFilter;
        InvalidParameter.UnlessPercentage(filter?.MinConfidence, "MinConfidence");
        InvalidParameter.Unless(IsShare(filter?.MinBoundingBoxHeight ?? 0), "MinBoundingBoxHeight must be 0 to 1.");
        InvalidParameter.Unless(IsShare(filter?.MinBoundingBoxWidth ?? 0), "MinBoundingBoxWidth must be 0 to 1.");
        var sent = filters?.RegionsOfInterest ?? [];
        InvalidParameter.Unless(sent.Count <= MaximumRegions, $"There may be {MaximumRegions} RegionsOfInterest at most.");
        regions = [.. sent.Select(Region)];
    }

    /// <summary>Whether a word is told.</summary>
    public bool Admit(float confidence, RelativeBox box) =>
        (filter is null || IsLargeAndSure(filter, confidence, box))
        && (regions is [] || regions.Any(region => box.ShareIn(region) > 0.5f));

    private static bool IsLargeAndSure(DetectionFilter filter, float confidence, RelativeBox box) =>
        confidence >= (filter.MinConfidence ?? DefaultMinConfidence)
        && box.Height >= (filter.MinBoundingBoxHeight ?? 0)
        && box.Width >= (filter.MinBoundingBoxWidth ?? 0);

    private static RelativeBox Region(RegionOfInterest? region)
    {
        InvalidParameter.Unless(region?.Polygon is null, "A region of interest must be a BoundingBox; a Polygon is not supported.");
        return region?.BoundingBox is { Width: { } width, Height: { } height, Left: { } left, Top: { } top }
            && IsShare(width) && IsShare(height) && IsShare(left) && IsShare(top)
            ? new RelativeBox(width, height, left, top)
            : throw InvalidParameter.Of("The BoundingBox of a region of interest has Width, Height, Left and Top, each 0 to 1.");
    }

    private static bool IsShare(float value) => value is >= 0 and <= 1;
}
