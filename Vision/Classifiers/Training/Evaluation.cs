using Vision.Classifiers.Heads;

namespace Vision.Classifiers.Training;

/// <summary>A head, and what is known of how good it is.</summary>
/// <param name="Head">The head, trained on all examples and calibrated.</param>
/// <param name="Answers">What heads that were trained on the others answered to the examples that were held out.</param>
internal sealed record Evaluation(ClassifierHead Head, IReadOnlyList<HoldoutAnswer> Answers)
{
    /// <summary>Trains a head and finds out how good it is.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="progress">Is told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Evaluation Run(
        IReadOnlyList<EmbeddedExample> examples, int classes, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var plan = HoldoutPlan.Of(examples);
        var answers = new List<HoldoutAnswer>();
        var trials = 0;
        foreach (var heldOut in plan)
        {
            var trial = HeadTraining.Train(examples.Where(example => !heldOut.Contains(example)), classes, cancellationToken);
            answers.AddRange(examples.Where(heldOut.Contains).Select(example => HoldoutAnswer.Of(trial, example)));
            progress.Report(++trials / (plan.Count + 1.0));
        }

        // What was held out is not wasted: the head that goes out learns from everything. Its figures are those of the trials, which
        // learned from less, so they promise rather too little.
        var head = HeadTraining.Train(examples, classes, cancellationToken);
        var temperature = Calibration.Temperature(answers);
        return new Evaluation(
            new ClassifierHead(head.Weights.ToArray(), head.Biases.ToArray())
            {
                Temperature = temperature,
                UnknownThreshold = Calibration.UnknownThreshold(answers, temperature),
            },
            answers);
    }
}
