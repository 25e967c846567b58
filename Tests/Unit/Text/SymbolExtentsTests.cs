using Vision.Text.Recognition;
using Vision.Text.Words;
using Xunit;

namespace Tests.Unit.Text;

public sealed class SymbolExtentsTests
{
    [Fact]
    public void Of_symbols_meets_halfway_and_ends_half_a_usual_distance_outside()
    {
        // Middles at 2.5, 6.5, 8.5 and 12.5 of 20 steps; the usual distance is 4.
        var placed = SymbolExtents.Of(Symbols(("a", 2), (" ", 6), ("b", 8), ("c", 12)), steps: 20);
        Assert.Equal(["a", " ", "b", "c"], placed.Select(static symbol => symbol.Text));
        AssertEqual([0.5f, 4.5f, 7.5f, 10.5f], [.. placed.Select(static symbol => symbol.Start * 20)]);
        AssertEqual([4.5f, 7.5f, 10.5f, 14.5f], [.. placed.Select(static symbol => symbol.End * 20)]);
    }

    [Fact]
    public void Of_symbols_at_the_ends_of_the_line_stays_in_it()
    {
        var placed = SymbolExtents.Of(Symbols(("a", 0), ("b", 6), ("c", 9)), steps: 10);
        Assert.Equal(0, placed[0].Start);
        Assert.Equal(1, placed[^1].End);
    }

    [Fact]
    public void Of_a_symbol_in_a_step_that_the_line_fills_in_part_stays_in_the_line()
    {
        var placed = SymbolExtents.Of(Symbols(("a", 1), ("b", 4)), steps: 4.25f);
        Assert.Equal(1, placed[1].End);
        Assert.InRange(placed[1].Start, placed[0].End, 1);
    }

    [Fact]
    public void Of_a_symbol_alone_takes_the_line()
    {
        var placed = Assert.Single(SymbolExtents.Of(Symbols(("a", 3)), steps: 7));
        Assert.Equal((0f, 1f), (placed.Start, placed.End));
    }

    [Fact]
    public void Of_nothing_is_nothing() => Assert.Empty(SymbolExtents.Of([], steps: 7));

    private static List<DecodedSymbol> Symbols(params (string Text, int Step)[] symbols) =>
        [.. symbols.Select(static symbol => new DecodedSymbol(symbol.Text, Probability: 1, symbol.Step))];

    private static void AssertEqual(float[] expected, float[] actual) =>
        Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 0.0001f));
}
