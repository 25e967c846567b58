using System.Diagnostics.Metrics;
using Contracts;
using Vision.Telemetry;

namespace Vision.Classifiers;

/// <summary>What is told of trainings: how long, how they ended, and on how many pictures.</summary>
internal sealed class TrainingTelemetry
{
    /// <summary>Bounds in seconds, from a handful of small pictures to the longest training that may be allowed.</summary>
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1200, 3600],
    };

    private readonly Histogram<double> duration;
    private readonly Counter<long> examples;

    public TrainingTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(VisionTelemetry.Name);
        duration = meter.CreateHistogram("vision.training.duration", "s", "Time of one training, without waiting for the one before.", advice: Buckets);
        examples = meter.CreateCounter<long>("vision.training.examples", "{image}", "Pictures that classifiers were trained on.");
    }

    /// <param name="time">How long it took.</param>
    /// <param name="result">What came of it.</param>
    public void Completed(TimeSpan time, TrainingResult result)
    {
        examples.Add(result.Examples);
        Record(time, "completed");
    }

    /// <param name="time">How long it took.</param>
    /// <param name="isCanceled">Whether its caller took it back.</param>
    public void Ended(TimeSpan time, bool isCanceled) => Record(time, isCanceled ? "canceled" : "failed");

    private void Record(TimeSpan time, string outcome) =>
        duration.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
}
