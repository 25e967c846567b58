using Vision.Classifiers.Training;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class CalibrationTests
{
    [Fact]
    public void Temperature_of_answers_that_are_too_sure_makes_them_as_sure_as_they_are_right()
    {
        // 81 of 102 by the targets of Platt: 4 / ln(81 / 21).
        var answers = Answers(count: 100, right: 80, margin: 4);
        Assert.InRange(Calibration.Temperature(answers), 2.7f, 3.1f);
    }

    [Fact]
    public void Temperature_of_answers_that_are_all_right_stays_away_from_certainty()
    {
        var temperature = Calibration.Temperature(Answers(count: 10, right: 10, margin: 4));
        Assert.InRange(1 / (1 + MathF.Exp(-4 / temperature)), 0.88f, 0.95f);
    }

    [Fact]
    public void UnknownThreshold_is_what_most_right_answers_reach_but_not_too_much()
    {
        Assert.Equal(0.7f, Calibration.UnknownThreshold(Answers(count: 10, right: 10, margin: 4), temperature: 1));
        Assert.Equal(0.6225f, Calibration.UnknownThreshold(Answers(count: 10, right: 10, margin: 0.5f), temperature: 1), 4);
        Assert.Equal(0, Calibration.UnknownThreshold(Answers(count: 10, right: 0, margin: 4), temperature: 1));
    }

    private static List<HoldoutAnswer> Answers(int count, int right, float margin) => [.. Enumerable.Range(0, count).Select(number =>
    {
        var truth = number % 2;
        var logits = new float[2];
        logits[number < right ? truth : 1 - truth] = margin;
        return new HoldoutAnswer(new EmbeddedExample(truth, "sha256:0", [[0f]]), logits);
    })];
}
