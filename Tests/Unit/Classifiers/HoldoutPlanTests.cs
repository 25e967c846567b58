using Vision.Classifiers.Training;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class HoldoutPlanTests
{
    [Fact]
    public void Of_twenty_a_class_holds_out_a_fifth_of_each_once()
    {
        var heldOut = Assert.Single(HoldoutPlan.Of(MadeExamples.Of(classes: 3, perClass: 20, distance: 1)));
        Assert.Equal([4, 4, 4], heldOut.GroupBy(example => example.Class).Select(members => members.Count()));
    }

    [Fact]
    public void Of_fewer_holds_out_every_example_in_turn_and_each_class_in_each()
    {
        var examples = MadeExamples.Of(classes: 2, perClass: 7, distance: 1);
        var plan = HoldoutPlan.Of(examples);
        Assert.Equal(HoldoutPlan.Parts, plan.Count);
        Assert.Equal(
            examples.Select(example => example.Digest).Order(StringComparer.Ordinal),
            plan.SelectMany(part => part).Select(example => example.Digest).Order(StringComparer.Ordinal));
        Assert.All(plan, part => Assert.Equal(2, part.Select(example => example.Class).Distinct().Count()));
    }

    [Fact]
    public void Of_the_same_examples_in_another_order_is_the_same()
    {
        var examples = MadeExamples.Of(classes: 2, perClass: 25, distance: 1);
        var heldOut = HoldoutPlan.Of(examples)[0].Select(example => example.Digest).ToHashSet(StringComparer.Ordinal);
        examples.Reverse();
        Assert.True(heldOut.SetEquals(HoldoutPlan.Of(examples)[0].Select(example => example.Digest)));
    }
}
