using Vision.Text.Recognition;
using Xunit;

namespace Tests.Unit.Text;

public sealed class CharacterSetTests
{
    private static readonly CharacterSet Set = CharacterSet.Of(new Dictionary<string, string> { ["character"] = "a\nb\n好" });

    [Theory]
    [InlineData("", "")]
    [InlineData("____", "")]
    [InlineData("ab", "ab")]
    [InlineData("aab", "ab")]
    [InlineData("a_ab", "aab")]
    [InlineData("_a__b_好好", "ab好")]
    [InlineData("a_ _b", "a b")]
    [InlineData(" ab ", "ab")]
    public void Decode_of_steps_keeps_one_of_a_row_and_no_blank(string steps, string expected) =>
        Assert.Equal(expected, Set.Decode(Steps(steps, probability: 0.8f)).Text);

    [Fact]
    public void Decode_of_steps_is_as_sure_as_the_mean_of_what_it_keeps()
    {
        float[] steps = [.. Steps("a", 0.9f), .. Steps("a", 0.3f), .. Steps("_", 0.4f), .. Steps("b", 0.5f)];
        Assert.Equal(0.7f, Set.Decode(steps).Confidence, 0.0001f);
    }

    [Fact]
    public void Decode_that_is_asked_for_symbols_tells_step_and_probability_of_each()
    {
        var symbols = new List<DecodedSymbol>();
        float[] steps = [.. Steps(" _", 0.6f), .. Steps("a", 0.9f), .. Steps("a", 0.3f), .. Steps("_好", 0.5f), .. Steps("好_", 0.8f), .. Steps("好", 0.7f)];
        Assert.Equal("a好好", Set.Decode(steps, symbols).Text);
        Assert.Equal([new(" ", 0.6f, 0), new("a", 0.9f, 2), new("好", 0.5f, 5), new("好", 0.7f, 8)], symbols);
    }

    [Fact]
    public void Decode_of_blanks_has_no_confidence() => Assert.Equal(0, Set.Decode(Steps("__", 1)).Confidence);

    [Fact]
    public void Of_metadata_without_characters_fails() =>
        Assert.Throws<InvalidOperationException>(() => CharacterSet.Of(new Dictionary<string, string>()));

    private static float[] Steps(string steps, float probability) => [.. steps.SelectMany(step =>
    {
        var row = new float[Set.Count];
        row["_ab好 ".IndexOf(step, StringComparison.Ordinal)] = probability;
        return row;
    })];
}
