using ApiService.Compatibility.Aws.Shapes;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>One thing.</summary>
internal sealed record LabelInstance(RelativeBox BoundingBox, float Confidence);
