using ApiService.Compatibility.Google.Mapping;
using ApiService.Compatibility.Google.Responses;
using Contracts;
using Xunit;

namespace Tests.Unit.Compatibility.Google;

/// <summary>Lines of the engine as a page.</summary>
public sealed class PageMapperTests
{
    private static readonly ImageReport Image = new()
    {
        Format = "png",
        Width = 100,
        Height = 50,
        Bytes = 1,
        Orientation = 1,
        Frames = 1,
        HasAlpha = false,
        Warnings = [],
    };

    [Fact]
    public void A_space_follows_a_word_only_where_the_line_has_one()
    {
        var symbols = SymbolsOf(Line("ab 漢字 c", "ab", "漢", "字", "c"));
        Assert.Equal(
            [("a", null), ("b", BreakType.Space), ("漢", null), ("字", BreakType.Space), ("c", BreakType.LineBreak)],
            symbols.Select(static symbol => (symbol.Text, symbol.Property?.DetectedBreak.Type)));
    }

    [Fact]
    public void The_same_word_twice_is_found_at_its_own_place()
    {
        var symbols = SymbolsOf(Line("字字 字", "字", "字", "字"));
        Assert.Equal([null, BreakType.Space, BreakType.LineBreak], symbols.Select(static symbol => symbol.Property?.DetectedBreak.Type));
    }

    [Fact]
    public void Corners_beyond_the_picture_are_brought_to_its_edge()
    {
        var page = Map(Line("a", "a") with { Box = [new(-3, 10), new(104, -2), new(104, 55), new(-3, 60)] }).Pages[0];
        Assert.Equal([new(0, 10), new(100, 0), new(100, 50), new Vertex(0, 50)], page.Blocks[0].BoundingBox.Vertices);
    }

    [Fact]
    public void Lines_are_blocks_and_the_page_is_as_certain_as_they_are_on_average()
    {
        var annotation = Map(Line("a", "a") with { Confidence = 1 }, Line("b", "b") with { Confidence = 0.5f });
        Assert.Equal(("a\nb", 0.75f, 2), (annotation.Text, annotation.Pages[0].Confidence, annotation.Pages[0].Blocks.Count));
    }

    [Fact]
    public void A_picture_without_text_has_no_page() => Assert.Null(PageMapper.Map(Picture()));

    private static TextAnnotation Map(params TextLine[] lines) => PageMapper.Map(Picture(lines))!;

    private static IEnumerable<Symbol> SymbolsOf(TextLine line) =>
        Map(line).Pages[0].Blocks[0].Paragraphs[0].Words.SelectMany(static word => word.Symbols);

    private static Contracts.Analysis Picture(params TextLine[] lines) =>
        new() { Digest = "sha256:0", Model = new ModelReference("any", "1"), Image = Image, Text = new RecognizedText(lines) };

    private static TextLine Line(string text, params string[] words) => new(text, 1, Box())
    {
        Words = [.. words.Select(static word => new TextWord(
            word, 1, Box(), [.. word.Select(static symbol => new TextSymbol(symbol.ToString(), 1, Box()))]))],
    };

    private static PixelPoint[] Box() => [new(0, 0), new(10, 0), new(10, 5), new(0, 5)];
}
