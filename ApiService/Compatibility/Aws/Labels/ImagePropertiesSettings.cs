namespace ApiService.Compatibility.Aws.Labels;

/// <summary>How many colours shall be told.</summary>
internal sealed record ImagePropertiesSettings(int? MaxDominantColors);
