using Vision.Classifiers.Training;
using Xunit;

namespace Tests.Unit.Classifiers;

public sealed class HeadTrainingTests
{
    [Fact]
    public void Train_on_classes_that_differ_tells_them_apart()
    {
        var head = HeadTraining.Train(MadeExamples.Of(classes: 3, perClass: 20, distance: 1.5), 3, TestContext.Current.CancellationToken);
        Assert.Equal((3, MadeExamples.Dimensions), (head.Classes, head.Dimensions));
        var others = MadeExamples.Of(classes: 3, perClass: 30, distance: 1.5, seed: 2).Select(example => HoldoutAnswer.Of(head, example));
        Assert.All(others, answer => Assert.True(answer.IsRight));
    }

    [Fact]
    public void Train_on_the_same_examples_gives_the_same_head()
    {
        var examples = MadeExamples.Of(classes: 3, perClass: 8, distance: 0.3);
        var one = HeadTraining.Train(examples, 3, TestContext.Current.CancellationToken);
        var other = HeadTraining.Train(examples, 3, TestContext.Current.CancellationToken);
        Assert.Equal(one.Weights.ToArray(), other.Weights.ToArray());
        Assert.Equal(one.Biases.ToArray(), other.Biases.ToArray());
    }

    [Fact]
    public async Task Train_that_is_cancelled_ends_in_the_middle()
    {
        using var cancelled = new CancellationTokenSource();
        var training = Task.Run(() => HeadTraining.Train(Endless(cancelled), 2, cancelled.Token), CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => training);
    }

    [Fact]
    public void Run_on_classes_that_do_not_differ_gives_about_the_accuracy_of_chance()
    {
        var evaluation = Evaluation.Run(
            MadeExamples.Of(classes: 2, perClass: 200, distance: 0), 2, new Progress<double>(), TestContext.Current.CancellationToken);
        Assert.Equal(80, evaluation.Answers.Count);
        Assert.InRange(HoldoutQuality.Accuracy(evaluation.Answers), 0.3, 0.7);
    }

    /// <summary>Examples that cancel the training once all have been read.</summary>
    private static IEnumerable<EmbeddedExample> Endless(CancellationTokenSource cancelled)
    {
        foreach (var example in MadeExamples.Of(classes: 2, perClass: 10, distance: 1))
        {
            yield return example;
        }

        cancelled.Cancel();
    }
}
