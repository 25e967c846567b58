using System.Text.Json.Nodes;
using Tests.Fixtures;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Models;

/// <summary>Any classification model runs from its manifest alone.</summary>
public sealed class OwnModelTests
{
    private static readonly string[] Colors = ["red", "green", "blue"];
    private static readonly double[] Means = [0.9, 0.1, 0];
    private static readonly double[] Deviations = [0.5, 1, 0.25];

    [Theory]
    [InlineData("NHWC", "RGB")]
    [InlineData("NHWC", "BGR")]
    [InlineData("NCHW", "RGB")]
    [InlineData("NCHW", "BGR")]
    public async Task Analysis_by_a_model_of_bytes_gives_it_the_samples_as_they_are(string layout, string channels)
    {
        using var model = new ColorModel("uint8", layout, channels);
        double[] color = [101, 100, 99];
        await AnswersAsync(model, color, color);
    }

    [Theory]
    [InlineData("NHWC", "RGB")]
    [InlineData("NHWC", "BGR")]
    [InlineData("NCHW", "RGB")]
    [InlineData("NCHW", "BGR")]
    public async Task Analysis_by_a_model_of_floats_gives_it_samples_less_the_mean_by_the_deviation(string layout, string channels)
    {
        using var model = new ColorModel("float32", layout, channels);
        await AnswersAsync(model, FlatColor.Red, [.. FlatColor.Red.Select(static sample => sample / 255)]);
        model.Change(static manifest =>
        {
            manifest["preprocessing"]!["mean"] = new JsonArray([.. Means.Select(static mean => JsonValue.Create(mean))]);
            manifest["preprocessing"]!["std"] = new JsonArray([.. Deviations.Select(static deviation => JsonValue.Create(deviation))]);
        });
        await AnswersAsync(model, FlatColor.Red, [.. FlatColor.Red.Select(static (sample, i) => ((sample / 255) - Means[i]) / Deviations[i])]);
    }

    [Theory]
    [InlineData("outputs", "logits", "scores", "no output 'scores', which its manifest names; it has 'logits'")]
    [InlineData("input", "name", "pixels", "no input 'pixels', which its manifest names; it has 'image'")]
    [InlineData("input", "type", "float32", "takes UINT8 in 'image', its manifest says FP32")]
    [InlineData("input", "layout", "NCHW", "takes [1, 6, 8, 3] in 'image', its manifest says NCHW of width 8 and height 6")]
    public async Task LoadAsync_of_a_manifest_that_does_not_fit_says_what(string part, string member, string value, string expected)
    {
        using var model = new ColorModel("uint8", "NHWC", "RGB");
        model.Change(manifest => manifest[part]![member] = value);
        Assert.Contains(expected, await FailAsync(model), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_of_another_size_or_number_of_labels_says_what()
    {
        using var model = new ColorModel("uint8", "NHWC", "RGB");
        model.WriteLabels("red", "green");
        Assert.Contains("gives 3 logits for 2 labels", await FailAsync(model), StringComparison.Ordinal);
        model.Change(static manifest => manifest["input"]!["width"] = 9);
        Assert.Contains("width 9", await FailAsync(model), StringComparison.Ordinal);
    }

    /// <summary>The three probabilities are the softmax of these logits, each at the label of its colour.</summary>
    private static async Task AnswersAsync(ColorModel model, double[] color, double[] logits)
    {
        await using var engine = await EngineProcess.StartAsync(model.Root);
        var analysis = await engine.AnalyzeAsync(ColorModel.Name, Photo.Encoded(FlatColor.Png(color)));
        var found = analysis.Labels!.ToDictionary(label => label.Name, label => label.Confidence, StringComparer.Ordinal);
        var sum = logits.Sum(logit => Math.Exp(logit - logits.Max()));
        foreach (var (name, logit) in Colors.Zip(logits))
        {
            Assert.Equal(Math.Exp(logit - logits.Max()) / sum, found[name], tolerance: 0.001);
        }
    }

    private static async Task<string> FailAsync(ColorModel model) => (await Assert.ThrowsAsync<ModelLoadException>(
        () => ModelLoader.LoadAsync(model.Folder, TestContext.Current.CancellationToken))).Message;
}
