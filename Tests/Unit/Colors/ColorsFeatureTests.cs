using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Colors;

public sealed class ColorsFeatureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    public static TheoryData<string> Photos => ExpectedAnswers.PhotosWith("open-nsfw");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40, 30)]
    [InlineData(1600, 900)]
    [InlineData(3, 4000)]
    public async Task AnalyzeAsync_of_a_flat_picture_gives_its_one_color(int width, int height) =>
        Assert.Equal([new DominantColor("#3a7f21", 1)], await ColorsAsync(PaintedPicture.Flat(width, height, "#3a7f21")));

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task AnalyzeAsync_of_two_colors_gives_just_those(int height)
    {
        var colors = await ColorsAsync(PaintedPicture.Stripes(height, ("#c81e1e", 700), ("#1e1ec8", 300)));
        Assert.Equal(["#c81e1e", "#1e1ec8"], colors.Select(color => color.Hex));
        Assert.Equal([0.7, 0.3], colors.Select(color => (double)color.Share), static (one, other) => Math.Abs(one - other) < 0.005);
    }

    [Fact]
    public async Task AnalyzeAsync_of_two_pixels_gives_both() => Assert.Equal(
        [new DominantColor("#000000", 0.5f), new DominantColor("#ffffff", 0.5f)],
        (await ColorsAsync(PaintedPicture.Stripes(1, ("#000000", 1), ("#ffffff", 1)))).OrderBy(color => color.Hex));

    [Fact]
    public async Task AnalyzeAsync_of_many_stripes_invents_no_color_between_them()
    {
        (string, int)[] stripes = [.. Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? "#ffffff" : "#102040", 37))];
        var colors = await ColorsAsync(PaintedPicture.Stripes(800, stripes));
        Assert.Equal(["#102040", "#ffffff"], colors.Select(color => color.Hex).Order());
        Assert.All(colors, color => Assert.Equal(0.5, color.Share, 0.05));
    }

    [Fact]
    public async Task AnalyzeAsync_of_greys_that_can_be_told_apart_keeps_them_apart() => Assert.Equal(
        ["#eeeeee", "#ffffff"],
        (await ColorsAsync(PaintedPicture.Stripes(100, ("#ffffff", 60), ("#eeeeee", 40)))).Select(color => color.Hex).Order());

    [Fact]
    public async Task AnalyzeAsync_of_greys_that_can_hardly_be_told_apart_joins_them() =>
        Assert.Single(await ColorsAsync(PaintedPicture.Stripes(100, ("#fdfdfd", 60), ("#fafafa", 40))));

    [Fact]
    public async Task AnalyzeAsync_of_nine_colors_gives_six()
    {
        string[] painted = ["#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#000000", "#ffffff", "#808080"];
        var colors = await ColorsAsync(PaintedPicture.Stripes(90, [.. painted.Select(color => (color, 30))]));
        Assert.Equal(6, colors.Count);
        Assert.Equal(1, colors.Sum(color => color.Share), 1e-3);
    }

    [Fact]
    public async Task AnalyzeAsync_of_a_small_vivid_spot_tells_it()
    {
        var colors = await ColorsAsync(PaintedPicture.Stripes(200, ("#e8e8e8", 120), ("#d0d0d0", 120), ("#b0b0b0", 120), ("#ff2010", 12)));
        Assert.Contains("#ff2010", colors.Select(color => color.Hex));
    }

    [Fact]
    public async Task AnalyzeAsync_of_specks_counts_them_to_their_ground() => Assert.Equal(
        [new DominantColor("#2060a0", 1)], await ColorsAsync(PaintedPicture.Speckled(100, 100, "#2060a0", specks: 80)));

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task AnalyzeAsync_of_a_photo_gives_up_to_six_colors_that_make_it_up(string photo)
    {
        var bytes = Photo.Bytes(photo);
        var colors = await ColorsAsync(bytes);
        Assert.InRange(colors.Count, 2, 6);
        Assert.Equal(1, colors.Sum(color => color.Share), 1e-3);
        Assert.Equal(colors.OrderByDescending(color => color.Share), colors);
        Assert.All(colors, color => Assert.True(color.Share >= 0.01f));
        Assert.All(colors, color => Assert.Matches("^#[0-9a-f]{6}$", color.Hex));
        Assert.Equal(colors, await ColorsAsync(bytes));
        Assert.Equal(colors, await ColorsAsync(bytes, Equalization.Global));
    }

    [Theory]
    [InlineData("receipt.png", 0.8, 240, 255)]
    [InlineData("galaxies.jpg", 0.4, 0, 40)]
    public async Task AnalyzeAsync_of_a_photo_with_a_plain_ground_names_it_first(string photo, double share, int least, int greatest)
    {
        var first = (await ColorsAsync(Photo.Bytes(photo)))[0];
        Assert.InRange(first.Share, share, 1);
        Assert.All(Convert.FromHexString(first.Hex[1..]), sample => Assert.InRange((int)sample, least, greatest));
    }

    private async Task<IReadOnlyList<DominantColor>> ColorsAsync(byte[] file, Equalization equalize = Equalization.None)
    {
        var options = new AnalysisOptions { Features = Features.Colors, Equalize = equalize };
        var outcome = await engine.Analyzer.AnalyzeAsync(
            Photo.Encoded(file), options, progress: null, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Analysis.Errors);
        return outcome.Analysis.Colors!;
    }
}
