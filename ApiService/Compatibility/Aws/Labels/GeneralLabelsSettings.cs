namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Which labels shall be told, by their names or by their categories.</summary>
internal sealed record GeneralLabelsSettings(
    IReadOnlyList<string>? LabelInclusionFilters,
    IReadOnlyList<string>? LabelExclusionFilters,
    IReadOnlyList<string>? LabelCategoryInclusionFilters,
    IReadOnlyList<string>? LabelCategoryExclusionFilters);
