using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Text;

/// <summary>Words and symbols of pictures whose words stand at known places.</summary>
public sealed class TextWordsTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    /// <summary>A page of the receipt's words, which stand apart as differently as words do, with their left edge and upper edge.</summary>
    private static readonly (string Text, int Left, int Top)[] Words =
    [
        ("ACME", 80, 60), ("Store", 190, 60), ("Hardware", 287, 60),
        ("TOTAL", 300, 180), ("24.00", 424, 180), ("EUR", 540, 180),
        ("Screwdriver", 120, 320), ("Hammer", 316, 320), ("7.50", 464, 320),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-15)]
    [InlineData(90)]
    [InlineData(-90)]
    [InlineData(180)]
    public async Task AnalyzeAsync_of_the_receipt_tells_words_where_their_ink_is(double degrees)
    {
        var lines = await ReadAsync(degrees == 0 ? Photo.Bytes(Receipt.FileName) : Receipt.Turned(degrees), TextDetail.Words);
        AssertPlaces([.. ReceiptWords.Places], lines, new Turn(degrees));
        Assert.All(lines.SelectMany(static line => line.Words!), static word => Assert.Null(word.Symbols));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(180)]
    public async Task AnalyzeAsync_of_words_painted_at_known_places_finds_them_there(double degrees)
    {
        var painted = Words.Select(word => (word.Text, Place: ReceiptWords.Places.First(other => other.Text == word.Text).Place with
        {
            X = word.Left,
            Y = word.Top,
        })).ToArray();
        AssertPlaces(painted, await ReadAsync(ReceiptWords.Page(Words, degrees), TextDetail.Symbols), new Turn(degrees));
    }

    [Fact]
    public async Task AnalyzeAsync_with_symbols_tells_them_in_order_inside_their_word()
    {
        var lines = await ReadAsync(Photo.Bytes(Receipt.FileName), TextDetail.Symbols);
        Assert.Equal(Receipt.Lines, lines.Select(static line => line.Text));
        foreach (var line in lines)
        {
            Assert.Equal(line.Text, string.Join(' ', line.Words!.Select(static word => word.Text)));
            AssertInOrder(line.Box, [.. line.Words!.Select(static word => word.Box)], slack: 0);
            foreach (var word in line.Words!)
            {
                Assert.Equal(word.Text, string.Concat(word.Symbols!.Select(static symbol => symbol.Text)));
                Assert.Equal(word.Confidence, word.Symbols!.Average(static symbol => symbol.Confidence), 1e-4f);
                AssertInOrder(word.Box, [.. word.Symbols!.Select(static symbol => symbol.Box)], slack: 0);
                Assert.Equal(word.Box[0], word.Symbols![0].Box[0]);
                Assert.Equal(word.Box[2], word.Symbols![^1].Box[2]);
            }
        }
    }

    [Fact]
    public async Task AnalyzeAsync_of_Chinese_tells_each_character_as_a_word_and_numbers_whole()
    {
        var lines = await ReadAsync(Photo.Bytes(Path.Combine("..", "text", "chinese.png")), TextDetail.Words);
        Assert.Equal("深 圳 市 科 技 有 限 公 司", Spaced(lines[0]));
        Assert.StartsWith("电 话 ： 0755-8612", Spaced(lines[2]), StringComparison.Ordinal);
        Assert.Equal("总 计 128.50 元", Spaced(lines[3]));
        Assert.All(lines, static line =>
            Assert.Equal(line.Text.Replace(" ", "", StringComparison.Ordinal), string.Concat(line.Words!.Select(static word => word.Text))));
    }

    [Fact]
    public async Task AnalyzeAsync_without_a_detail_tells_the_same_lines_alone()
    {
        var plain = await ReadAsync(Photo.Bytes(Receipt.FileName), TextDetail.Lines);
        var detailed = await ReadAsync(Photo.Bytes(Receipt.FileName), TextDetail.Symbols);
        Assert.All(plain, static line => Assert.Null(line.Words));
        Assert.Equal(plain.Select(Essence), detailed.Select(Essence));
    }

    private static (string Text, float Confidence, string Box) Essence(TextLine line) => (line.Text, line.Confidence, string.Join(' ', line.Box));

    private static string Spaced(TextLine line) => string.Join(' ', line.Words!.Select(static word => word.Text));

    /// <summary>Asserts that all words were read in order, each where it is: measured, all overlap by 0.78 or more, half of them by 0.95.</summary>
    private static void AssertPlaces((string Text, BoundingBox Place)[] expected, List<TextLine> lines, Turn turn)
    {
        var words = lines.SelectMany(static line => line.Words!).ToList();
        Assert.Equal(expected.Select(static word => word.Text), words.Select(static word => word.Text));
        foreach (var line in lines)
        {
            AssertInOrder(turn.Back(line.Box), [.. line.Words!.Select(word => turn.Back(word.Box))], slack: 3);
        }

        foreach (var (truth, found) in expected.Zip(words, (truth, word) => (truth.Place, turn.Back(word.Box))))
        {
            var (left, right) = ((found[0].X + found[3].X) / 2.0, (found[1].X + found[2].X) / 2.0);
            var shared = Math.Min(right, truth.X + truth.Width) - Math.Max(left, truth.X);
            var overlap = shared / (Math.Max(right, truth.X + truth.Width) - Math.Min(left, truth.X));
            Assert.InRange(overlap, 0.75, 1);
            Assert.InRange((left + right - truth.X - truth.X - truth.Width) / 2 / truth.Height, -0.25, 0.25);
            Assert.InRange(truth.Y + (truth.Height / 2.0), found.Min(static corner => corner.Y), found.Max(static corner => corner.Y));
        }
    }

    /// <summary>Asserts that level boxes follow each other to the right and lie in the box around them.</summary>
    private static void AssertInOrder(IReadOnlyList<PixelPoint> around, IReadOnlyList<PixelPoint>[] boxes, int slack)
    {
        foreach (var box in boxes)
        {
            Assert.Equal(4, box.Count);
            Assert.True(box[0].X < box[1].X && box[3].X < box[2].X && box[0].Y < box[3].Y, "A box is empty or turned.");
            Assert.All(box, corner =>
            {
                Assert.InRange(corner.X, around.Min(static point => point.X) - slack, around.Max(static point => point.X) + slack);
                Assert.InRange(corner.Y, around.Min(static point => point.Y) - slack, around.Max(static point => point.Y) + slack);
            });
        }

        foreach (var (one, next) in boxes.Zip(boxes.Skip(1)))
        {
            Assert.True(one[1].X <= next[0].X + slack && one[2].X <= next[3].X + slack, "Two boxes overlap, or are out of order.");
        }
    }

    private async Task<List<TextLine>> ReadAsync(byte[] image, TextDetail detail)
    {
        var options = new AnalysisOptions { Features = Features.Text, TextDetail = detail };
        var outcome = await engine.Analyzer.AnalyzeAsync(
            Photo.Encoded(image), options, progress: null, TestContext.Current.CancellationToken);
        return [.. outcome.Analysis.Text!.Lines];
    }

    /// <summary>Finds places of the page before it was turned round its centre.</summary>
    private sealed record Turn(double Degrees)
    {
        private const double Width = 900;
        private const double Height = 500;

        public PixelPoint[] Back(IReadOnlyList<PixelPoint> box) => [.. box.Select(Back)];

        private PixelPoint Back(PixelPoint place)
        {
            var (sine, cosine) = Math.SinCos(Degrees * Math.PI / 180);
            var x = place.X - (((Width * Math.Abs(cosine)) + (Height * Math.Abs(sine))) / 2);
            var y = place.Y - (((Width * Math.Abs(sine)) + (Height * Math.Abs(cosine))) / 2);
            return new PixelPoint(
                (int)Math.Round((Width / 2) + (x * cosine) + (y * sine)), (int)Math.Round((Height / 2) - (x * sine) + (y * cosine)));
        }
    }
}
