using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>Lines and words of text, all in one block.</summary>
internal static class ReadMapper
{
    public static ReadResult Map(Analysis analysis) => new(analysis.Text!.Lines is { Count: > 0 } lines
        ? [new DetectedTextBlock([.. lines.Select(Line)])]
        : []);

    private static DetectedTextLine Line(TextLine line) =>
        new(line.Text, ImagePoint.Polygon(line.Box), [.. line.Words!.Select(Word)]);

    private static DetectedTextWord Word(TextWord word) => new(word.Text, ImagePoint.Polygon(word.Box), word.Confidence);
}
