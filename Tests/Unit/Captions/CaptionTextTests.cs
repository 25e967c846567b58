using Vision.Captions;
using Xunit;

namespace Tests.Unit.Captions;

public sealed class CaptionTextTests
{
    [Theory]
    [InlineData("A cat.", "A cat.")]
    [InlineData("  A\n\ncat.\t", "A cat.")]
    [InlineData("\"A cat.\"", "A cat.")]
    [InlineData("**A cat.**", "A cat.")]
    [InlineData("<think>\nIs it a dog?\n</think>\n\nA cat.", "A cat.")]
    [InlineData("A\u0000 \u001B[31mcat\u202E.", "A [31mcat.")]
    [InlineData("Eine Katze läuft über die Straße.", "Eine Katze läuft über die Straße.")]
    [InlineData("一只猫。", "一只猫。")]
    [InlineData("A \uD83D\uDC31 cat.", "A \uD83D\uDC31 cat.")]
    [InlineData("A \uD83D cat.", "A cat.")]
    public void Clean_of_an_answer_leaves_one_readable_line(string answer, string expected) => Assert.Equal(expected, CaptionText.Clean(answer));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("…!?")]
    [InlineData("<think>A cat.</think>")]
    public void Clean_of_an_answer_without_words_is_null(string? answer) => Assert.Null(CaptionText.Clean(answer));

    [Fact]
    public void Clean_of_a_long_answer_cuts_it_behind_a_word()
    {
        var cleaned = CaptionText.Clean(string.Join(' ', Enumerable.Repeat("word", 1000)))!;
        Assert.InRange(cleaned.Length, CaptionText.MaximumLength - 10, CaptionText.MaximumLength);
        Assert.EndsWith("word…", cleaned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Clean_of_a_long_word_never_cuts_a_character(int shift)
    {
        var cleaned = CaptionText.Clean(new string('x', shift) + string.Concat(Enumerable.Repeat("\uD840\uDC00", 1000)))!;
        Assert.InRange(cleaned.Length, CaptionText.MaximumLength - 1, CaptionText.MaximumLength);
        Assert.False(char.IsHighSurrogate(cleaned[^2]));
    }
}
