using Vision.Classifiers.Heads;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class HeadClassifierTests
{
    private static readonly string[] Classes = ["blue", "red"];

    [Fact]
    public void Classify_above_the_threshold_gives_the_classes_and_nothing_unknown()
    {
        var found = Classify(Classes, [0, 2], threshold: 0.6f);
        Assert.Equal([0.1192f, 0.8808f, 0f], found.Probabilities.Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Classify_below_the_threshold_puts_unknown_first()
    {
        // 0.6225 and 0.3775 by the softmax; with 0.7 beside them and divided by 1.7.
        var found = Classify(Classes, [0.5f, 0], threshold: 0.7f);
        Assert.Equal([0.3662f, 0.2221f, 0.4118f], found.Probabilities.Select(value => MathF.Round(value, 4)));
        Assert.Equal(1, found.Probabilities.Sum(), 5);
    }

    [Fact]
    public void Classify_below_the_threshold_answers_by_a_class_of_the_caller_that_is_called_unknown()
    {
        var found = Classify(["blue", "unknown"], [0.5f, 0], threshold: 0.7f);
        Assert.Equal([0.3662f, 0.6338f], found.Probabilities.Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Classify_divides_by_the_temperature_and_keeps_the_embedding()
    {
        var head = new ClassifierHead([1, 0, 0, 1], [0, 0]) { Temperature = 2 };
        using var pixels = new PixelBuffer(1, 1);
        var found = new HeadClassifier(new KnownEmbedding([0, 4]), head, Labels(Classes)).Classify(pixels);
        Assert.Equal(0.8808f, found.Probabilities[1], 4);
        Assert.Equal([0f, 4f], found.Embedding);
    }

    [Theory]
    [InlineData("red\tred")]
    [InlineData("red\tred\nblue\tblue")]
    [InlineData("red\tred\nblue\tblue\ngreen\tgreen")]
    [InlineData("red\tred\nblue\tblue\ngreen\tgreen\nunknown\tunknown")]
    public void Create_with_labels_that_do_not_fit_is_refused(string labels) => Assert.Throws<ModelLoadException>(() => new HeadClassifier(
        new KnownEmbedding([0, 0]), new ClassifierHead([1, 0, 0, 1], [0, 0]), LabelSet.Parse(labels.Split('\n'))));

    private static Classification Classify(string[] classes, float[] logits, float threshold)
    {
        var head = new ClassifierHead([1, 0, 0, 1], [0, 0]) { UnknownThreshold = threshold };
        using var pixels = new PixelBuffer(1, 1);
        return new HeadClassifier(new KnownEmbedding(logits), head, Labels(classes)).Classify(pixels);
    }

    private static LabelSet Labels(string[] classes) => LabelSet.Parse(HeadClassifier.LabelsFor(classes));

    /// <summary>A network whose embedding is known, whatever it sees.</summary>
    private sealed class KnownEmbedding(float[] embedding) : IClassifier
    {
        public Classification Classify(PixelBuffer pixels) => new([1], embedding);
    }
}
