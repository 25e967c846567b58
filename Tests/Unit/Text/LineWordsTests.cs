using System.Globalization;
using Vision.Text.Words;
using Xunit;

namespace Tests.Unit.Text;

public sealed class LineWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("TOTAL 31.50 EUR", "TOTAL|31.50|EUR")]
    [InlineData("  two  spaces ", "two|spaces")]
    [InlineData("广州 2x", "广|州|2x")]
    [InlineData("总计128.50元", "总|计|128.50|元")]
    [InlineData("电话：0755", "电|话|：|0755")]
    [InlineData("カタカナ", "カ|タ|カ|ナ")]
    [InlineData("ﾃｽﾄ", "ﾃ|ｽ|ﾄ")]
    [InlineData("ひらがな。", "ひ|ら|が|な|。")]
    [InlineData("𠮷野家", "𠮷|野|家")]
    [InlineData("한국어 텍스트", "한국어|텍스트")]
    [InlineData("Ｃａｆé！", "Ｃａｆé|！")]
    [InlineData("全角　空白", "全|角|空|白")]
    public void Of_a_line_gives_its_words(string line, string words) =>
        Assert.Equal(words, string.Join('|', LineWords.Of(Symbols(line)).Select(TextOf)));

    [Theory]
    [InlineData(" Thank you,  for 3 欢迎 再来！ ")]
    [InlineData("a")]
    [InlineData("A  中 b")]
    public void Of_a_line_keeps_everything_but_spaces_in_its_order(string line)
    {
        var symbols = Symbols(line);
        var text = string.Empty;
        foreach (var word in LineWords.Of(symbols))
        {
            // Between two words stands nothing but spaces.
            var before = symbols[..word.Offset].Sum(static symbol => symbol.Text.Length);
            Assert.True(string.IsNullOrWhiteSpace(line[text.Length..before]), line);
            text = line[..before] + TextOf(word);
        }

        Assert.Equal(line.TrimEnd(), text);
    }

    private static string TextOf(ArraySegment<PlacedSymbol> word) => string.Concat(word.Select(static symbol => symbol.Text));

    private static PlacedSymbol[] Symbols(string line)
    {
        var elements = StringInfo.GetTextElementEnumerator(line);
        var symbols = new List<PlacedSymbol>();
        while (elements.MoveNext())
        {
            symbols.Add(new PlacedSymbol(elements.GetTextElement(), Probability: 1, Start: 0, End: 0));
        }

        return [.. symbols];
    }
}
