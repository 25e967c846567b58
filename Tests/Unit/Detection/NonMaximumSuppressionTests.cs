using Vision.Detection;
using Xunit;

namespace Tests.Unit.Detection;

public sealed class NonMaximumSuppressionTests
{
    private static readonly DetectionLimits Limits = new(Threshold: 0, Overlap: 0.5f, Maximum: 100);

    [Fact]
    public void Apply_of_random_candidates_keeps_no_two_of_a_class_that_overlap_more_than_the_limit()
    {
        var random = new Random(42);
        for (var round = 0; round < 100; round++)
        {
            var candidates = RandomCandidates(random);
            var kept = NonMaximumSuppression.Apply(candidates, Limits);
            Assert.Equal(kept.OrderByDescending(item => item.Score), kept);
            Assert.All(kept, item => Assert.DoesNotContain(kept, other => other != item && IsTooNear(other, item)));

            // What is missing gave way to a better one.
            Assert.All(candidates.Except(kept), item => Assert.Contains(
                kept, other => other.Score >= item.Score && IsTooNear(other, item)));
        }
    }

    [Fact]
    public void Apply_in_another_order_keeps_the_same_candidates()
    {
        var random = new Random(43);
        for (var round = 0; round < 100; round++)
        {
            var candidates = RandomCandidates(random);
            var expected = NonMaximumSuppression.Apply(candidates, Limits);
            random.Shuffle(candidates);
            Assert.Equal(expected, NonMaximumSuppression.Apply(candidates, Limits));
        }
    }

    [Fact]
    public void Apply_with_a_maximum_keeps_the_best()
    {
        var candidates = RandomCandidates(new Random(44));
        var all = NonMaximumSuppression.Apply(candidates, Limits);
        Assert.Equal(all.Take(3), NonMaximumSuppression.Apply(candidates, Limits with { Maximum = 3 }));
    }

    private static bool IsTooNear(Candidate one, Candidate other) =>
        one.Class == other.Class && one.Box.OverlapWith(other.Box) > Limits.Overlap;

    // Few different scores and places, so that there are ties and overlaps.
    private static Candidate[] RandomCandidates(Random random) => [.. Enumerable.Range(0, 80).Select(row =>
    {
        var (left, top) = (random.Next(6) / 10f, random.Next(6) / 10f);
        var box = new UnitBox(left, top, left + (random.Next(1, 4) / 10f), top + (random.Next(1, 4) / 10f));
        return new Candidate(row, random.Next(3), random.Next(10) / 10f, box);
    })];
}
