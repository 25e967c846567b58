using Vision.Detection;
using Xunit;

namespace Tests.Unit.Detection;

public sealed class CandidateSelectionTests
{
    [Fact]
    public void Select_of_several_classes_gives_each_that_reaches_the_threshold_best_first()
    {
        float[] boxes = [0, 0, 0.5f, 0.5f, 0.5f, 0.5f, 1, 1];
        var found = CandidateSelection.Select([0.1f, 0.4f, 0.39f, 0.9f, 0.6f, 0.2f], boxes, threshold: 0.4f);
        Assert.Equal([(1, 0, 0.9f), (1, 1, 0.6f), (0, 1, 0.4f)], found.Select(item => (item.Row, item.Class, item.Score)));
        Assert.Equal(new UnitBox(0.5f, 0.5f, 1, 1), found[0].Box);
    }

    [Fact]
    public void Select_of_equal_scores_prefers_the_lower_row_and_then_the_lower_class()
    {
        float[] boxes = [0, 0, 1, 1, 0, 0, 1, 1];
        var found = CandidateSelection.Select([0.5f, 0.5f, 0.5f, 0.5f], boxes, threshold: 0.4f);
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], found.Select(item => (item.Row, item.Class)));
    }

    [Theory]
    [InlineData(1.1f, 0, 1.4f, 1)]
    [InlineData(0, -0.5f, 1, -0.1f)]
    [InlineData(0.5f, 0.5f, 0.5f, 0.9f)]
    [InlineData(0.9f, 0.1f, 0.1f, 0.9f)]
    [InlineData(float.NaN, 0, 1, 1)]
    public void Select_of_a_box_that_covers_nothing_of_the_image_leaves_it_out(float left, float top, float right, float bottom) =>
        Assert.Empty(CandidateSelection.Select([1], [left, top, right, bottom], threshold: 0.5f));

    [Fact]
    public void Select_of_no_number_leaves_it_out() => Assert.Empty(CandidateSelection.Select([float.NaN], [0, 0, 1, 1], threshold: 0));

    [Fact]
    public void Select_of_very_many_gives_the_best_of_them()
    {
        var random = new Random(42);
        var scores = Enumerable.Range(0, 10 * CandidateSelection.Maximum).Select(_ => random.NextSingle()).ToArray();
        var boxes = Enumerable.Repeat<float[]>([0, 0, 1, 1], scores.Length).SelectMany(box => box).ToArray();
        var found = CandidateSelection.Select(scores, boxes, threshold: 0);
        Assert.Equal(scores.OrderDescending().Take(CandidateSelection.Maximum), found.Select(item => item.Score));
    }
}
