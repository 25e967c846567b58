using Contracts;
using NetVips;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Text;

public sealed class TextFeatureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly string[] Chinese =
        ["深圳市科技有限公司", "欢迎使用图像识别系统", "电话：0755-8612 3456", "总计 128.50 元", "谢谢惠顾，欢迎再来！"];

    [Fact]
    public async Task AnalyzeAsync_of_the_receipt_reads_every_line_at_its_place()
    {
        var outcome = await AnalyzeAsync(Photo.Bytes(Receipt.FileName));
        Receipt.AssertRead(outcome.Analysis.Text);
        AssertBox(outcome.Analysis.Text!.Lines[0].Box, left: 61, top: 47, right: 401, bottom: 76);
        Assert.Equal(["queue", "decode", "text"], outcome.Timings.Select(timing => timing.Stage));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task AnalyzeAsync_of_a_stored_turn_tells_places_in_the_upright_image(int orientation)
    {
        var outcome = await AnalyzeAsync(Receipt.WithOrientation(orientation));
        Receipt.AssertRead(outcome.Analysis.Text);
        AssertBox(outcome.Analysis.Text!.Lines[0].Box, left: 61, top: 47, right: 401, bottom: 76);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(-15)]
    [InlineData(90)]
    [InlineData(-90)]
    [InlineData(180)]
    public async Task AnalyzeAsync_of_slanted_text_reads_it_in_its_own_order(double degrees)
    {
        var outcome = await AnalyzeAsync(Receipt.Turned(degrees));
        Receipt.AssertRead(outcome.Analysis.Text);
        foreach (var box in outcome.Analysis.Text!.Lines.Select(line => line.Box))
        {
            // From the first corner to the second one is the direction of reading.
            var angle = Math.Atan2(box[1].Y - box[0].Y, box[1].X - box[0].X) * 180 / Math.PI;
            Assert.InRange(Math.Abs(Math.IEEERemainder(angle - degrees, 360)), 0, 4);
        }
    }

    [Fact]
    public async Task AnalyzeAsync_of_Chinese_reads_it()
    {
        var outcome = await AnalyzeAsync(await File.ReadAllBytesAsync(
            Path.Combine(AppContext.BaseDirectory, "Data", "text", "chinese.png"), TestContext.Current.CancellationToken));
        var lines = outcome.Analysis.Text!.Lines;
        Assert.Equal(Chinese.Length, lines.Count);
        Assert.All(Chinese.Zip(lines), static line => Assert.True(
            Similarity.Of(line.First, line.Second.Text) >= 0.9, $"'{line.Second.Text}' was read for '{line.First}'."));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(800, 600)]
    [InlineData(16_384, 32)]
    [InlineData(32, 16_384)]
    public async Task AnalyzeAsync_of_a_blank_image_of_any_shape_reads_nothing(int width, int height)
    {
        using var blank = (Image.Black(width, height) + new double[] { 250, 250, 250 }).Cast(Enums.BandFormat.Uchar);
        var outcome = await AnalyzeAsync(blank.PngsaveBuffer());
        Assert.Empty(outcome.Analysis.Text!.Lines);
        Assert.Empty(outcome.Analysis.Errors);
    }

    [Theory]
    [InlineData("cat.jpg", 0)]
    [InlineData("galaxies.jpg", 0)]
    [InlineData("coffee.jpg", 1)]
    public async Task AnalyzeAsync_of_a_photo_without_text_reads_next_to_nothing(string photo, int most)
    {
        var outcome = await AnalyzeAsync(Photo.Bytes(photo));
        Assert.InRange(outcome.Analysis.Text!.Lines.Count, 0, most);
    }

    [Fact]
    public async Task AnalyzeAsync_with_other_features_gives_all_of_them()
    {
        var outcome = await AnalyzeAsync(Photo.Bytes(Receipt.FileName), Features.Labels | Features.Text);
        Receipt.AssertRead(outcome.Analysis.Text);
        Assert.Equal("web site", outcome.Analysis.Labels![0].Name);
    }

    private static void AssertBox(IReadOnlyList<PixelPoint> box, int left, int top, int right, int bottom)
    {
        // The widening adds a few pixels to what is drawn.
        const int Tolerance = 6;
        Assert.Equal(4, box.Count);
        Assert.All(
            box.Zip([(left, top), (right, top), (right, bottom), (left, bottom)]),
            static corner =>
            {
                Assert.InRange(corner.First.X, corner.Second.Item1 - Tolerance, corner.Second.Item1 + Tolerance);
                Assert.InRange(corner.First.Y, corner.Second.Item2 - Tolerance, corner.Second.Item2 + Tolerance);
            });
    }

    private Task<AnalysisOutcome> AnalyzeAsync(byte[] image, Features features = Features.Text) => engine.Analyzer.AnalyzeAsync(
        Photo.Encoded(image), new AnalysisOptions { Features = features }, progress: null, TestContext.Current.CancellationToken);
}
