namespace Vision.Classifiers.Training;

/// <summary>Maps the progress of one stage onto its part of the whole.</summary>
/// <param name="whole">Is told of the whole, 0 to 1.</param>
/// <param name="from">Where the stage begins.</param>
/// <param name="to">Where it ends.</param>
internal sealed class TrainingProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * value));
}
