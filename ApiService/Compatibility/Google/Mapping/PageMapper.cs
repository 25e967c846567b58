using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary>
/// The text of an image as a page, down to its symbols. The engine knows lines and nothing between them and the page, so each
/// line is a block of one paragraph.
/// </summary>
internal static class PageMapper
{
    public static TextAnnotation? Map(Analysis analysis) => analysis.Text?.Lines is { Count: > 0 } lines
        ? new TextAnnotation([Map(lines, analysis.Image)], TextMapper.WholeOf(lines))
        : null;

    private static Page Map(IReadOnlyList<TextLine> lines, ImageReport image) => new(
        image.Width,
        image.Height,
        [.. lines.Select(line => Map(line, image))],
        lines.Average(static line => line.Confidence));

    private static Block Map(TextLine line, ImageReport image)
    {
        var box = Polygons.Of(line.Box, image);
        return new Block(box, [new Paragraph(box, Words(line, image), line.Confidence)], BlockType.Text, line.Confidence);
    }

    private static IReadOnlyList<Word> Words(TextLine line, ImageReport image)
    {
        var words = line.Words ?? [];
        var breaks = Breaks(line.Text, words);
        return [.. words.Select((word, index) => Map(word, breaks[index], image))];
    }

    /// <summary>What follows each word. Not every script has spaces between words, so the line itself is looked at.</summary>
    private static BreakType?[] Breaks(string line, IReadOnlyList<TextWord> words)
    {
        var breaks = new BreakType?[words.Count];
        var end = 0;
        for (var index = 0; index < words.Count; index++)
        {
            end = line.IndexOf(words[index].Text, end, StringComparison.Ordinal) + words[index].Text.Length;
            breaks[index] = index == words.Count - 1 ? BreakType.LineBreak
                : char.IsWhiteSpace(line[end]) ? BreakType.Space
                : null;
        }

        return breaks;
    }

    private static Word Map(TextWord word, BreakType? follows, ImageReport image)
    {
        var symbols = word.Symbols ?? [];
        return new Word(
            Polygons.Of(word.Box, image),
            [.. symbols.Select((symbol, index) => Map(symbol, index == symbols.Count - 1 ? follows : null, image))],
            word.Confidence);
    }

    private static Symbol Map(TextSymbol symbol, BreakType? follows, ImageReport image) => new(
        Polygons.Of(symbol.Box, image),
        symbol.Text,
        symbol.Confidence,
        follows is { } kind ? new TextProperty(new DetectedBreak(kind)) : null);
}
