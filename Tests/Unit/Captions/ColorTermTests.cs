using Vision.Captions.Local;
using Xunit;

namespace Tests.Unit.Captions;

public sealed class ColorTermTests
{
    [Theory]
    [InlineData("#000000", "black")]
    [InlineData("#1a1a2a", "black")]
    [InlineData("#808080", "grey")]
    [InlineData("#ffffff", "white")]
    [InlineData("#f2f0ee", "white")]
    [InlineData("#d01020", "red")]
    [InlineData("#700000", "red")]
    [InlineData("#ff8800", "orange")]
    [InlineData("#ffe000", "yellow")]
    [InlineData("#208030", "green")]
    [InlineData("#2e4a1e", "green")]
    [InlineData("#2040c0", "blue")]
    [InlineData("#87ceeb", "blue")]
    [InlineData("#703090", "purple")]
    [InlineData("#ffc0cb", "pink")]
    [InlineData("#ff69b4", "pink")]
    [InlineData("#8b5a2b", "brown")]
    [InlineData("#a08464", "brown")]
    [InlineData("#5c3a3a", "brown")]
    [InlineData("#e8d8c0", "beige")]
    public void Of_a_colour_is_the_word_that_people_use(string hex, string expected) => Assert.Equal(expected, ColorTerm.Of(hex));

    [Theory]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("ffffff0")]
    [InlineData("#gggggg")]
    [InlineData("#+12345")]
    public void Of_anything_else_is_null(string text) => Assert.Null(ColorTerm.Of(text));
}
