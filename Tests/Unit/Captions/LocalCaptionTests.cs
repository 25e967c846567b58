using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Captions;

/// <summary>The sentences that the shipped models lead to.</summary>
public sealed class LocalCaptionTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    /// <summary>What the sample photos do not show; the models take some of it for possible.</summary>
    private static readonly string[] Absent = ["person", "people", "dog", "bobsled", "barbell", "drilling", "consomme", "honeycomb", "web site"];

    [Theory]
    [InlineData("cat.jpg", "cat", "Absent")]
    [InlineData("coffee.jpg", "espresso", "Absent")]
    [InlineData("palace.jpg", "looks like a palace", "Absent")]
    [InlineData("flower.jpg", "picture", "Absent")]
    [InlineData("rocket.jpg", "picture", "Absent")]
    [InlineData("galaxies.jpg", "picture", "Absent")]
    [InlineData("receipt.png", "picture", "Absent")]
    [InlineData("astronaut.jpg", "picture", "barbell,bobsled,helmet,ski,dog,cat")]
    [InlineData("portrait.jpg", "picture", "comic book,dog,cat")]
    public async Task Analyze_of_a_photo_says_what_is_there_and_nothing_else(string name, string expected, string absent)
    {
        var caption = (await AnalyzeAsync(name, Features.Caption)).Caption!;
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {caption.Text}");
        Assert.Equal(Caption.LocalSource, caption.Source);
        Assert.Contains(expected, caption.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", caption.Text, StringComparison.Ordinal);
        foreach (var word in absent == "Absent" ? Absent : absent.Split(','))
        {
            Assert.DoesNotContain(word, caption.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Analyze_for_a_caption_alone_shows_nothing_of_what_it_is_made_from()
    {
        var analysis = await AnalyzeAsync("cat.jpg", Features.Caption);
        Assert.Equal(
            new Contracts.Analysis { Digest = analysis.Digest, Image = analysis.Image, Model = analysis.Model, Caption = analysis.Caption, Errors = analysis.Errors },
            analysis);
        Assert.Empty(analysis.Errors);
    }

    [Fact]
    public async Task Analyze_twice_and_beside_labels_gives_the_same_caption()
    {
        var alone = await AnalyzeAsync("cat.jpg", Features.Caption);
        var beside = await AnalyzeAsync("cat.jpg", Features.Caption | Features.Labels);
        Assert.Equal(alone.Caption, beside.Caption);
        Assert.NotEmpty(beside.Labels!);
    }

    private async Task<Contracts.Analysis> AnalyzeAsync(string name, Features features) => (await engine.Analyzer.AnalyzeAsync(
        Photo.Load(name), new AnalysisOptions { Features = features }, progress: null, TestContext.Current.CancellationToken)).Analysis;
}
