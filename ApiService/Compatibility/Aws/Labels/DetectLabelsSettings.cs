namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Settings of each feature.</summary>
internal sealed record DetectLabelsSettings(GeneralLabelsSettings? GeneralLabels, ImagePropertiesSettings? ImageProperties);
