using System.Diagnostics;
using System.Diagnostics.Metrics;
using Contracts;
using Vision.Decoding.Vips;
using Vision.Probing;

namespace Vision.Telemetry;

/// <summary>What the engine tells of itself, on whichever process runs it.</summary>
internal sealed class VisionTelemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "Vision";

    public static readonly ActivitySource Source = new(Name);

    /// <summary>Bounds in seconds that resolve 0.5 ms to 30 s.</summary>
    public static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries =
            [0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private readonly Meter meter;
    private readonly Histogram<double> queue;
    private readonly Histogram<double> decode;
    private readonly Histogram<double> inference;
    private readonly Histogram<double> feature;
    private readonly Counter<long> refusals;
    private readonly Counter<long> failures;

    public VisionTelemetry(IMeterFactory meters)
    {
        meter = meters.Create(Name);
        queue = meter.CreateHistogram("vision.queue.duration", "s", "Time that work waited for a worker.", advice: Buckets);
        decode = meter.CreateHistogram("vision.decode.duration", "s", "Time from encoded bytes to pixels.", advice: Buckets);
        inference = meter.CreateHistogram("vision.inference.duration", "s", "Time of one model run.", advice: Buckets);
        feature = meter.CreateHistogram(
            "vision.feature.duration", "s", "Time that one feature took, without decoding and waiting.", advice: Buckets);
        refusals = meter.CreateCounter<long>("vision.queue.refusals", "{image}", "Images that got no worker.");
        failures = meter.CreateCounter<long>("vision.feature.failures", "{failure}", "Features that an analysis had to do without.");
        meter.CreateObservableUpDownCounter(
            "vision.native.memory",
            static () => new Measurement<long>(VipsLibrary.TrackedBytes, new KeyValuePair<string, object?>("library", "vips")),
            "By",
            "Memory that the native decoder holds for pixels; ONNX Runtime tells nothing of its own.");

        // An alert sees a counter grow that was there before, and not one that appears.
        foreach (var known in FeatureNames.Split(~Features.None))
        {
            Count(failures, 0, known, ErrorCodes.FeatureFailed);
        }
    }

    /// <summary>Tells whenever it is asked how much waits in each queue, and how much may.</summary>
    /// <param name="waiting">Images that wait, by <c>queue</c>.</param>
    /// <param name="capacity">Images that may wait, by <c>queue</c>.</param>
    public void ObserveQueues(Func<IEnumerable<Measurement<int>>> waiting, Func<IEnumerable<Measurement<int>>> capacity)
    {
        meter.CreateObservableUpDownCounter("vision.queue.usage", waiting, "{image}", "Images that wait for a worker.");
        meter.CreateObservableUpDownCounter("vision.queue.limit", capacity, "{image}", "Images that may wait for a worker.");
    }

    /// <summary>Tells whenever it is asked which models of the settings can answer.</summary>
    /// <param name="ready">1 or 0, by <c>model</c>.</param>
    public void ObserveModels(Func<IEnumerable<Measurement<int>>> ready) =>
        meter.CreateObservableGauge("vision.model.ready", ready, "{model}", "Whether a model that is set up is loaded and has run once.");

    /// <param name="duration">How long.</param>
    /// <param name="waitedIn">The queue.</param>
    public void Waited(TimeSpan duration, string waitedIn) => queue.Record(duration.TotalSeconds, QueueTag(waitedIn));

    /// <param name="refusedBy">The queue.</param>
    /// <param name="reason"><c>full</c>, <c>stopping</c>, or <c>left</c>: the caller, or its deadline, was gone before its turn.</param>
    /// <param name="count">How many images; none where the counter is only to be there.</param>
    public void Refused(string refusedBy, string reason, int count = 1) =>
        refusals.Add(count, QueueTag(refusedBy), new KeyValuePair<string, object?>("reason", reason));

    public void Failed(Features failed, ErrorCode code) => Count(failures, 1, failed, code);

    public void Decoded(TimeSpan duration, ImageHeader header) => decode.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("format", ImageReports.NameOf(header.Format)),
        new KeyValuePair<string, object?>("megapixels", MegapixelClass.Of(header)));

    public void Computed(TimeSpan duration, Features computed) =>
        feature.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("feature", FeatureNames.Of(computed)));

    public void Ran(TimeSpan duration, ModelReference model, Features computed) => inference.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("model", model.Name),
        new KeyValuePair<string, object?>("version", model.Version),
        new KeyValuePair<string, object?>("feature", FeatureNames.Of(computed)));

    private static void Count(Counter<long> counter, int count, Features failed, ErrorCode code) => counter.Add(
        count,
        new KeyValuePair<string, object?>("feature", FeatureNames.Of(failed)),
        new KeyValuePair<string, object?>("code", code.Code));

    private static KeyValuePair<string, object?> QueueTag(string name) => new("queue", name);
}
