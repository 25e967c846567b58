using Vision.Classifiers.Training;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class HoldoutQualityTests
{
    [Theory]
    [InlineData(8, 8, 1.0, 0.6756, 1.0)]
    [InlineData(0, 10, 0.0, 0.0, 0.2775)]
    [InlineData(81, 100, 0.81, 0.7222, 0.8749)]
    public void Summarize_gives_the_interval_of_wilson(int right, int count, double accuracy, double low, double high)
    {
        var summary = HoldoutQuality.Summarize([.. Enumerable.Range(0, count).Select(number => Answer(0, number < right ? 0 : 1))]);
        Assert.Equal((count, accuracy, low, high), (summary.Count, summary.Accuracy, summary.Low, summary.High));
    }

    [Fact]
    public void PerClass_follows_from_the_confusion_and_leaves_open_what_is_undefined()
    {
        var confusion = HoldoutQuality.Confusion([Answer(0, 0), Answer(0, 0), Answer(0, 1), Answer(1, 1), Answer(2, 0), Answer(2, 1)], 3);
        Assert.Equal([[2, 1, 0], [0, 1, 0], [1, 1, 0]], confusion);
        var quality = HoldoutQuality.PerClass(confusion, ["a", "b", "c"]);
        Assert.Equal([("a", 0.6667, 0.6667), ("b", 0.3333, 1), ("c", (double?)null, 0)], quality.Select(item => (item.Label, item.Precision, item.Recall)));
    }

    private static HoldoutAnswer Answer(int truth, int answer)
    {
        var logits = new float[3];
        logits[answer] = 1;
        return new HoldoutAnswer(new EmbeddedExample(truth, "sha256:0", [[0f]]), logits);
    }
}
