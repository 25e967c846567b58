using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>TEXT_DETECTION</c>: the whole text, and each word with its place.</summary>
internal static class TextMapper
{
    public static IReadOnlyList<EntityAnnotation> Map(Analysis analysis)
    {
        var lines = analysis.Text?.Lines ?? [];
        return lines.Count == 0
            ? []
            :
            [
                new EntityAnnotation(WholeOf(lines), BoundingPoly: Polygons.Round(lines.Select(static line => line.Box), analysis.Image)),
                .. lines.SelectMany(static line => line.Words ?? []).Select(word =>
                    new EntityAnnotation(word.Text, BoundingPoly: Polygons.Of(word.Box, analysis.Image))),
            ];
    }

    /// <summary>The lines of an image as one text.</summary>
    public static string WholeOf(IReadOnlyList<TextLine> lines) => string.Join('\n', lines.Select(static line => line.Text));
}
