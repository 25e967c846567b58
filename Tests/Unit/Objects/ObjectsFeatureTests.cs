using Contracts;
using Tests.Fixtures;
using Vision;
using Xunit;

namespace Tests.Unit.Objects;

public sealed class ObjectsFeatureTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    public static MatrixTheoryData<string, string> Photos => ExpectedAnswers.DecodedPhotosWith("nanodet-g");

    [Theory]
    [MemberData(nameof(Photos))]
    public async Task AnalyzeAsync_of_a_photo_finds_the_objects_of_the_reference(string photo, string decoder)
    {
        var expected = ExpectedAnswers.Boxes(photo, "nanodet-g");
        var analysis = await AnalyzeAsync(Photo.Load(photo), Equalization.None, engine.AnalyzerOn(decoder));
        var objects = analysis.Objects!;
        Assert.Equal(expected.Select(item => item.Name).Order(), objects.Select(item => item.Name).Order());
        Assert.All(expected, item => Assert.InRange(
            Boxes.Overlap(item.Box, objects.Single(found => found.Name == item.Name).Box), 0.8, 1));
        Assert.All(objects, item => Boxes.AssertInside(analysis.Image, item.Box));
        Assert.Equal(objects.OrderByDescending(item => item.Confidence), objects);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task AnalyzeAsync_of_a_turned_photo_gives_the_boxes_of_the_upright_one(int orientation)
    {
        var upright = (await AnalyzeAsync(Photo.Load("portrait.jpg"))).Objects!;
        var analysis = await AnalyzeAsync(Photo.Encoded(TurnedPicture.Png(Photo.Bytes("portrait.jpg"), orientation)));
        Assert.Equal(orientation, analysis.Image.Orientation);
        Assert.Equal(upright.Select(item => item.Name), analysis.Objects!.Select(item => item.Name));
        Assert.All(upright.Zip(analysis.Objects!), pair => Assert.InRange(Boxes.Overlap(pair.First.Box, pair.Second.Box), 0.9, 1));
    }

    [Fact]
    public async Task AnalyzeAsync_with_equalisation_looks_at_the_equalised_picture()
    {
        var plain = await AnalyzeAsync(Photo.Load("coffee.jpg"));
        var equalized = await AnalyzeAsync(Photo.Load("coffee.jpg"), Equalization.Global);
        Assert.NotEqual(plain.Objects, equalized.Objects);
    }

    [Fact]
    public async Task AnalyzeAsync_of_one_pixel_stays_inside_it()
    {
        var analysis = await AnalyzeAsync(Photo.Encoded(PaintedPicture.Flat(1, 1, "#804020")));
        Assert.Empty(analysis.Errors);
        Assert.All(analysis.Objects!, item => Assert.Equal(new BoundingBox(0, 0, 1, 1), item.Box));
    }

    private async Task<Contracts.Analysis> AnalyzeAsync(
        EncodedImage image, Equalization equalize = Equalization.None, IImageAnalyzer? analyzer = null)
    {
        var options = new AnalysisOptions { Features = Features.Objects, Equalize = equalize };
        return (await (analyzer ?? engine.Analyzer).AnalyzeAsync(image, options, progress: null, TestContext.Current.CancellationToken)).Analysis;
    }
}
