namespace ApiService.Compatibility.Aws.Texts;

/// <summary>Which words shall be told.</summary>
internal sealed record DetectTextFilters(DetectionFilter? WordFilter, IReadOnlyList<RegionOfInterest>? RegionsOfInterest);
