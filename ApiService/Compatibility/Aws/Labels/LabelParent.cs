namespace ApiService.Compatibility.Aws.Labels;

/// <summary>A broader term.</summary>
internal sealed record LabelParent(string Name);
