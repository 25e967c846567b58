using System.Globalization;
using Contracts;
using Tests.Fixtures;
using Vision.Decoding;
using Vision.Models;
using Vision.Models.Golden;
using Xunit;

namespace Tests.Unit.Models;

public sealed class GoldenImagesTests : IDisposable
{
    private const string Name = "efficientnet-lite0";
    private const string Espresso = "n07920052";

    private readonly ModelCopy copy = new(Name);
    private readonly GoldenImages golden = new(ImageDecoders.Best());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, string> Classifiers => new(["efficientnet-lite0", "efficientnet-lite2"], Decoders.Names.Select(static row => row.Data));

    [Theory]
    [MemberData(nameof(Classifiers))]
    public async Task CheckAsync_of_a_shipped_classifier_succeeds_on_each_decoder(string name, string decoder)
    {
        var folder = Path.Combine(Repository.Models, name, "1");
        using var model = await ModelLoader.LoadAsync(folder, Token);
        Assert.True(File.Exists(Path.Combine(folder, GoldenImages.FileName)));
        await new GoldenImages(Decoders.Named(decoder)).CheckAsync(folder, model, Token);
    }

    [Theory]
    [InlineData("golden-coffee.jpg", Espresso, 0.1)]
    [InlineData("golden-coffee.jpg", "n02123045", 0.9)]
    [InlineData("missing.jpg", Espresso, 0.9)]
    [InlineData("../../coffee.jpg", Espresso, 0.9)]
    [InlineData("model.json", Espresso, 0.9)]
    public async Task CheckAsync_of_another_answer_or_none_fails(string image, string label, double probability)
    {
        using var model = await ModelLoader.LoadAsync(copy.Folder, Token);
        var text = string.Create(
            CultureInfo.InvariantCulture, $$"""[{"image":"{{image}}","class":"{{label}}","probability":{{probability}}}]""");
        await File.WriteAllTextAsync(Path.Combine(copy.Folder, GoldenImages.FileName), text, Token);
        await Assert.ThrowsAsync<ModelLoadException>(() => golden.CheckAsync(copy.Folder, model, Token));
    }

    [Fact]
    public async Task Start_with_a_version_that_answers_differently_leaves_it_out()
    {
        // The same network, which sees a fifth of the image: it loads, and is wrong.
        copy.Change(manifest => manifest["preprocessing"]!["cropFraction"] = 0.2, copy.AddVersion("2"));
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        Assert.Equal("1", await engine.LiveAsync(Name));
        Assert.Contains("golden", Assert.Single(engine.Models.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PromoteAsync_of_a_version_whose_answers_have_changed_is_refused()
    {
        copy.AddVersion("2");
        await using var engine = await EngineProcess.StartAsync(copy.Root);
        await File.WriteAllTextAsync(
            Path.Combine(copy.Folder, GoldenImages.FileName), """[{"image":"golden-coffee.jpg","class":"n0","probability":0.9}]""", Token);
        var problem = await Assert.ThrowsAsync<ProblemException>(() => engine.Administration.PromoteAsync(Name, "1", Token));
        Assert.Equal(ErrorCodes.InvalidRequest, problem.Code);
        Assert.Equal("2", await engine.LiveAsync(Name));
    }

    public void Dispose() => copy.Dispose();
}
