using System.Diagnostics.Metrics;
using Contracts;
using Vision.Telemetry;

namespace Vision.Models.Shadow;

/// <summary>What is known of a candidate: how often it agrees, and how long it takes.</summary>
internal sealed class ShadowTelemetry
{
    private readonly Counter<long> comparisons;
    private readonly Histogram<double> duration;

    public ShadowTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(VisionTelemetry.Name);
        comparisons = meter.CreateCounter<long>(
            "vision.shadow.comparisons", "{comparison}", "Images whose best class by the candidate was compared with the answer.");
        duration = meter.CreateHistogram<double>("vision.shadow.duration", "s", "Time of one run of the candidate.", advice: VisionTelemetry.Buckets);
    }

    public void Compared(ModelReference candidate, bool agrees) => comparisons.Add(
        1,
        new KeyValuePair<string, object?>("model", candidate.Name),
        new KeyValuePair<string, object?>("version", candidate.Version),
        new KeyValuePair<string, object?>("agrees", agrees));

    public void Ran(ModelReference candidate, TimeSpan time) => duration.Record(
        time.TotalSeconds,
        new KeyValuePair<string, object?>("model", candidate.Name),
        new KeyValuePair<string, object?>("version", candidate.Version));
}
