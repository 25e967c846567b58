using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Unit.Objects;

/// <summary>Settings of the search for objects, and a model that is of no use.</summary>
public sealed class ObjectsOptionsTests
{
    [Fact]
    public async Task AnalyzeAsync_with_a_lower_threshold_and_a_maximum_tells_so_many_of_the_best()
    {
        await using var engine = await RunningEngine.StartAsync(
            ("Objects:Threshold", "0.05"), ("Objects:Maximum", "5"), ("Faces:Model", ""), ("Moderation:Model", ""));
        var objects = (await engine.AnalyzeAsync(Photo.Load("cat.jpg"), Features.Objects)).Objects!;
        Assert.Equal(5, objects.Count);
        Assert.Equal(["cat", "dog", "person"], objects.Take(3).Select(item => item.Name).Order());
        Assert.Contains(objects, item => item.Confidence < 0.4f);
    }

    [Fact]
    public async Task AnalyzeAsync_with_everything_let_through_is_bounded()
    {
        await using var engine = await RunningEngine.StartAsync(
            ("Objects:Threshold", "0"), ("Objects:Overlap", "1"), ("Faces:Model", ""), ("Moderation:Model", ""));
        var analysis = await engine.AnalyzeAsync(Photo.Load("cat.jpg"), Features.Objects);
        Assert.Equal(100, analysis.Objects!.Count);
        Assert.All(analysis.Objects, item => Boxes.AssertInside(analysis.Image, item.Box));
    }

    [Theory]
    [InlineData("the file is broken", "feature_unavailable")]
    [InlineData("labels are missing", "feature_failed")]
    public async Task AnalyzeAsync_with_a_model_of_no_use_keeps_the_other_features(string fault, string code)
    {
        using var models = new ModelCopy("efficientnet-lite0");
        using var detector = new ModelCopy("nanodet-g");
        var target = Path.Combine(models.Root, "nanodet-g");
        Directory.Move(Path.Combine(detector.Root, "nanodet-g"), target);
        if (fault == "the file is broken")
        {
            await File.AppendAllTextAsync(Path.Combine(target, "1", "nanodet-g.onnx"), "x", TestContext.Current.CancellationToken);
        }
        else
        {
            await File.WriteAllTextAsync(Path.Combine(target, "1", "coco-labels.txt"), "nothing\n", TestContext.Current.CancellationToken);
        }

        await using var engine = await RunningEngine.StartAsync(("Models:Path", models.Root));
        var analysis = await engine.AnalyzeAsync(Photo.Load("coffee.jpg"), Features.Labels | Features.Objects | Features.Colors);
        Assert.Equal("espresso", analysis.Labels![0].Name);
        Assert.NotEmpty(analysis.Colors!);
        Assert.Null(analysis.Objects);
        Assert.Equal([("objects", code)], analysis.Errors.Select(error => (error.Feature, error.Code)));
    }
}
