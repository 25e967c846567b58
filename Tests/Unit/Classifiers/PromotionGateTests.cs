using Vision.Classifiers.Heads;
using Vision.Classifiers.Training;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class PromotionGateTests
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>Answers the class with the greater value of the embedding, and one that answers the other.</summary>
    private static readonly ClassifierHead Good = new([1, 0, 0, 1], [0, 0]);
    private static readonly ClassifierHead Bad = new([0, 1, 1, 0], [0, 0]);

    [Theory]
    [InlineData(16, true)]
    [InlineData(15, false)]
    public void Decide_without_a_live_version_asks_for_the_minimum(int right, bool passes)
    {
        var decision = PromotionGate.Decide(Answers(20, right), 0.8, live: null);
        Assert.Equal(passes, decision.Passes);
        Assert.Contains(passes ? "0.8 reaches" : "0.75 is below", decision.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.95, false)]
    public void Decide_against_other_classes_goes_by_the_record(double onRecord, bool passes) =>
        Assert.Equal(passes, PromotionGate.Decide(Answers(20, 18), 0.8, new Incumbent("1", onRecord, Head: null, Nothing)).Passes);

    [Fact]
    public void Decide_against_a_version_without_a_record_passes() =>
        Assert.True(PromotionGate.Decide(Answers(20, 18), 0.8, new Incumbent("1", Accuracy: null, Head: null, Nothing)).Passes);

    [Fact]
    public void Decide_against_the_same_classes_asks_both_the_same_pictures()
    {
        // The records say the opposite of what the answers say.
        Assert.False(PromotionGate.Decide(Answers(20, 18), 0.8, new Incumbent("1", 0.1, Good, Nothing)).Passes);
        Assert.True(PromotionGate.Decide(Answers(20, 18), 0.8, new Incumbent("1", 1, Bad, Nothing)).Passes);
    }

    [Fact]
    public void Decide_does_not_ask_the_live_version_what_it_has_learned()
    {
        var answers = Answers(20, 18);
        var learned = answers.Select(answer => answer.Example.Digest).ToHashSet(StringComparer.Ordinal);
        Assert.True(PromotionGate.Decide(answers, 0.8, new Incumbent("1", 0.9, Good, learned)).Passes);
    }

    private static List<HoldoutAnswer> Answers(int count, int right) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var truth = number % 2;
        float[] embedding = [truth == 0 ? 1 : 0, truth];
        var example = new EmbeddedExample(truth, $"sha256:{number}", [embedding]);
        return HoldoutAnswer.Of(number < right ? Good : Bad, example);
    })];
}
