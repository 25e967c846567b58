using Vision.Labels;
using Xunit;

namespace Tests.Unit.Labels;

public sealed class ConfidencesTests
{
    [Fact]
    public void Softmax_of_known_logits_gives_known_probabilities()
    {
        float[] values = [0, MathF.Log(2), MathF.Log(5)];
        Confidences.Softmax(values);
        Assert.Equal([0.125f, 0.25f, 0.625f], values, (expected, actual) => MathF.Abs(expected - actual) < 1e-6f);
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(-1e30f)]
    [InlineData(1000f)]
    public void Softmax_of_extreme_logits_stays_finite_and_sums_to_one(float offset)
    {
        float[] values = [offset, offset, offset, offset];
        Confidences.Softmax(values);
        Assert.All(values, value => Assert.Equal(0.25f, value));
    }

    [Theory]
    [InlineData(0.73124f, 0.7312f)]
    [InlineData(1.0000002f, 1f)]
    [InlineData(-0.1f, 0f)]
    public void Round_keeps_four_decimals_between_zero_and_one(float value, float expected) =>
        Assert.Equal(expected, Confidences.Round(value));
}
