using System.Numerics;
using Contracts;
using Vision.Text.Geometry;
using Vision.Text.Recognition;
using Vision.Text.Words;
using Xunit;

namespace Tests.Unit.Text;

/// <summary>The line "ab c", whose words reach from 0.1 to 0.5 and from 0.6 to 0.9 of it, in every direction.</summary>
public sealed class WordLayoutTests
{
    private static readonly PlacedSymbol[] Symbols =
        [new("a", 0.9f, 0.1f, 0.3f), new("b", 0.8f, 0.3f, 0.5f), new(" ", 0.2f, 0.5f, 0.6f), new("c", 0.7f, 0.6f, 0.9f)];

    private static readonly Quadrilateral Level = Rectangle(100, 200, 400, 250);

    [Fact]
    public void Words_of_a_level_line_are_parts_of_its_width()
    {
        var words = Words(Level);
        Assert.Equal(["ab", "c"], words.Select(static word => word.Text));
        Assert.Equal([0.85f, 0.7f], words.Select(static word => word.Confidence));
        Assert.Equal([new(130, 200), new(250, 200), new(250, 250), new(130, 250)], words[0].Box);
        Assert.Equal([new(280, 200), new(370, 200), new(370, 250), new(280, 250)], words[1].Box);
        Assert.All(words, static word => Assert.Null(word.Symbols));
    }

    [Fact]
    public void Words_with_symbols_tell_each()
    {
        var word = Words(Level, withSymbols: true)[0];
        Assert.Equal([("a", 0.9f), ("b", 0.8f)], word.Symbols!.Select(static symbol => (symbol.Text, symbol.Confidence)));
        Assert.Equal([new(130, 200), new(190, 200), new(190, 250), new(130, 250)], word.Symbols![0].Box);
        Assert.Equal([new(190, 200), new(250, 200), new(250, 250), new(190, 250)], word.Symbols[1].Box);
    }

    [Fact]
    public void Words_of_a_reversed_line_begin_at_its_right_end()
    {
        var crop = LineCrop.Of(0, Level).Reversed;
        Assert.Equal([new(370, 250), new(250, 250), new(250, 200), new(370, 200)], Words(crop.Place)[0].Box);
    }

    [Fact]
    public void Words_of_a_tall_line_follow_each_other_downwards()
    {
        var crop = LineCrop.Of(0, Rectangle(100, 200, 150, 500));
        Assert.True(crop.IsTall);
        Assert.Equal([new(150, 230), new(150, 350), new(100, 350), new(100, 230)], Words(crop.Place)[0].Box);
        Assert.Equal([new(100, 470), new(100, 350), new(150, 350), new(150, 470)], Words(crop.Reversed.Place)[0].Box);
    }

    [Fact]
    public void Words_of_a_tilted_line_lie_along_it()
    {
        // Down by 3 where it goes to the right by 4; 500 long and 100 high.
        var (along, down) = (new Vector2(400, 300), new Vector2(-60, 80));
        var first = new Vector2(200, 100);
        var place = new Quadrilateral(first, first + along, first + along + down, first + down);
        Assert.Equal([new(240, 130), new(400, 250), new(340, 330), new(180, 210)], Words(place)[0].Box);
    }

    [Fact]
    public void Words_of_a_line_in_perspective_are_narrower_where_it_is_farther_away()
    {
        // The right side is half as high as the left one, so the middle of the line as it is read is at two thirds of the picture's.
        var place = new Quadrilateral(new Vector2(0, 0), new Vector2(300, 25), new Vector2(300, 75), new Vector2(0, 100));
        var words = new WordLayout(place, Frame, withSymbols: false).Words([new("a", 1, 0, 0.5f), new(" ", 1, 0.5f, 0.5f), new("b", 1, 0.5f, 1)]);
        Assert.Equal([new(0, 0), new(200, 17), new(200, 83), new(0, 100)], words[0].Box);
        Assert.Equal([new(200, 17), new(300, 25), new(300, 75), new(200, 83)], words[1].Box);
    }

    [Fact]
    public void Words_of_a_line_that_leaves_the_image_are_cut_at_its_edge()
    {
        var words = Words(Rectangle(-100, -10, 900, 50));
        Assert.Equal([new(0, 0), new(400, 0), new(400, 50), new(0, 50)], words[0].Box);
        Assert.Equal([new(500, 0), new(799, 0), new(799, 50), new(500, 50)], words[1].Box);
    }

    private static ImageFrame Frame => new(new Vector2(800, 600));

    private static IReadOnlyList<TextWord> Words(Quadrilateral line, bool withSymbols = false) =>
        new WordLayout(line, Frame, withSymbols).Words(Symbols);

    private static Quadrilateral Rectangle(int left, int top, int right, int bottom) =>
        new(new Vector2(left, top), new Vector2(right, top), new Vector2(right, bottom), new Vector2(left, bottom));
}
