using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Vision;
using Vision.Classifiers;
using Xunit;

namespace Tests.Unit.Classifiers;

/// <summary>Trainings on real pictures, by the real network.</summary>
public sealed class ClassifierTrainerTests : IAsyncLifetime
{
    private const string Backbone = "efficientnet-lite0";

    private static readonly string[] MixedPhotos = ["cat.jpg", "rocket.jpg", "palace.jpg", "flower.jpg"];

    private readonly ModelRepositoryCopy models = new(Backbone);
    private EngineProcess? engine;

    private EngineProcess Engine => engine!;

    private IClassifierTrainer Trainer => Engine.Services.GetRequiredService<IClassifierTrainer>();

    public async ValueTask InitializeAsync() => engine = await EngineProcess.StartAsync(
        models.Root, settings: ("Classifiers:Backbone", Backbone));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        models.Dispose();
    }

    [Fact]
    public async Task Train_on_crops_and_colours_of_photos_tells_the_photos_apart()
    {
        string[] photos = ["astronaut.jpg", "cat.jpg", "coffee.jpg", "flower.jpg", "palace.jpg", "rocket.jpg"];
        var result = await TrainAsync("photos", photos.SelectMany(photo => PhotoVariants.Of(photo, 20).Select(picture => (Label(photo), picture))));
        Assert.Equal(120, result.Examples);
        Assert.Equal(24, result.Holdout.Count);
        Assert.InRange(result.Holdout.Accuracy, 0.95, 1);
        Assert.Equal(photos.Select(Label), result.Classes);
        Assert.All(result.Confusion, row => Assert.Equal(4, row.Sum()));
        Assert.True(result.Promoted, result.Reason);
        foreach (var photo in photos)
        {
            var best = (await AnalyzeAsync("photos", PhotoVariants.Of(photo, 1, first: 99)[0])).Labels![0];
            Assert.Equal(Label(photo), best.Name);
            Assert.InRange(best.Confidence, 0.5f, 1f);
        }
    }

    [Fact]
    public async Task Train_on_labels_by_chance_is_right_about_as_often_as_chance()
    {
        var random = new Random(7);
        var pictures = MixedPhotos.SelectMany(photo => PhotoVariants.Of(photo, 12)).ToList();
        var labels = pictures.Select((_, number) => number % 2 == 0 ? "a" : "b").OrderBy(_ => random.Next()).ToList();
        var result = await TrainAsync("chance", labels.Zip(pictures));
        Assert.InRange(result.Holdout.Count, 8, 48);
        Assert.InRange(result.Holdout.Accuracy, 0.1, 0.75);
        Assert.False(result.Promoted);
        Assert.Equal(["1"], models.VersionsOf("chance"));
        Assert.Null(await Engine.LiveAsync("chance"));
    }

    [Fact]
    public async Task Train_gives_a_version_with_the_embedding_of_its_backbone_and_a_record()
    {
        var result = await TrainAsync("small", Two("cat.jpg", "rocket.jpg"));
        Assert.Equal("1", result.Model.Version);
        Assert.Equal((await AnalyzeAsync(Backbone, Photo.Bytes("cat.jpg"))).Embedding!.Values, (await AnalyzeAsync("small", Photo.Bytes("cat.jpg"))).Embedding!.Values);

        var listed = (await Engine.Models.ListAsync(TestContext.Current.CancellationToken)).Single(model => model.Name == "small");
        Assert.Equal((3, 224, result.Holdout.Accuracy), (listed.Classes, listed.InputSize, listed.Versions[0].Accuracy));
        using var use = Engine.Models.Use();
        var manifest = use.Models.Find("small").Manifest;
        Assert.Equal(Backbone, manifest.Backbone!.Name);
        Assert.Equal(["a 1", "b-2"], manifest.Training!.Examples.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(result.Confusion, manifest.Training.Confusion);
        Assert.StartsWith("sha256:", manifest.Training.DataDigest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_again_makes_another_version_that_is_live_if_it_is_not_worse()
    {
        await TrainAsync("again", Two("cat.jpg", "rocket.jpg"));
        var result = await TrainAsync("again", Two("cat.jpg", "rocket.jpg"));
        Assert.Equal(("2", true), (result.Model.Version, result.Promoted));
        Assert.Equal("2", await Engine.LiveAsync("again"));
        Assert.Contains("on record of the live version 1", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_on_pictures_of_something_else_is_answered_by_unknown()
    {
        await TrainAsync("known", Two("coffee.jpg", "rocket.jpg"));
        var labels = (await AnalyzeAsync("known", Photo.Bytes("receipt.png"))).Labels!;
        Assert.Equal(3, labels.Count);
        Assert.Equal(1, labels.Sum(label => label.Confidence), 0.001);
        Assert.Equal(["a 1", "b-2", "unknown"], labels.Select(label => label.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Backbone)]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("..")]
    public async Task Train_under_a_name_that_may_not_be_is_refused(string name)
    {
        var problem = await Assert.ThrowsAsync<ProblemException>(() => TrainAsync(name, Two("cat.jpg", "rocket.jpg")));
        Assert.Equal(["name"], problem.Errors!.Keys);
    }

    [Fact]
    public async Task Train_that_is_cancelled_leaves_nothing()
    {
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var progress = new Reports(value => value > 0.2, cancelled.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TrainAsync("cancelled", Two("cat.jpg", "rocket.jpg"), progress, cancelled.Token));
        Assert.Empty(models.VersionsOf("cancelled"));
        Assert.Equal("1", (await TrainAsync("cancelled", Two("cat.jpg", "rocket.jpg"))).Model.Version);
    }

    [Fact]
    public async Task Train_tells_how_much_is_done_in_order_up_to_the_end()
    {
        var progress = new Reports(static _ => false, static () => { });
        await TrainAsync("told", Two("cat.jpg", "rocket.jpg"), progress, TestContext.Current.CancellationToken);
        Assert.Equal(progress.Values.Order(), progress.Values);
        Assert.InRange(progress.Values[^1], 0.9, 1);
        Assert.InRange(progress.Values.Count, 10, 100);
    }

    private async Task<Contracts.Analysis> AnalyzeAsync(string model, byte[] picture)
    {
        var options = new AnalysisOptions { Model = model, Features = Features.Labels | Features.Embedding };
        var analyzer = Engine.Services.GetRequiredService<IImageAnalyzer>();
        return (await analyzer.AnalyzeAsync(Photo.Encoded(picture), options, progress: null, TestContext.Current.CancellationToken)).Analysis;
    }

    private static string Label(string photo) => Path.GetFileNameWithoutExtension(photo);

    private static IEnumerable<(string Label, byte[] Picture)> Two(string one, string other) =>
        [.. PhotoVariants.Of(one, 5).Select(picture => ("a 1", picture)), .. PhotoVariants.Of(other, 5).Select(picture => ("b-2", picture))];

    private Task<TrainingResult> TrainAsync(string name, IEnumerable<(string Label, byte[] Picture)> examples) =>
        TrainAsync(name, examples, new Reports(static _ => false, static () => { }), TestContext.Current.CancellationToken);

    private async Task<TrainingResult> TrainAsync(
        string name, IEnumerable<(string Label, byte[] Picture)> examples, IProgress<double> progress, CancellationToken cancellationToken)
    {
        using var writer = new TrainingSetWriter(new ClassifiersOptions());
        foreach (var (label, picture) in examples)
        {
            writer.Add(label, Photo.Encoded(picture));
        }

        using var set = writer.Complete();
        await using var stream = set.OpenRead();
        return await Trainer.TrainAsync(name, stream, progress, cancellationToken);
    }

    /// <summary>Keeps what it is told, at once, and does something at a certain point.</summary>
    private sealed class Reports(Predicate<double> isReached, Action then) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            Values.Add(value);
            if (isReached(value))
            {
                then();
            }
        }
    }
}
