namespace ApiService.Compatibility.Aws.Texts;

/// <summary>One line, or one word of a line.</summary>
/// <param name="DetectedText">What it says.</param>
/// <param name="Type"><c>LINE</c> or <c>WORD</c>.</param>
/// <param name="Id">Its number in this answer.</param>
/// <param name="ParentId">The line of a word.</param>
/// <param name="Confidence">In percent.</param>
/// <param name="Geometry">Where it is.</param>
internal sealed record TextDetection(string DetectedText, string Type, int Id, int? ParentId, float Confidence, TextGeometry Geometry);
