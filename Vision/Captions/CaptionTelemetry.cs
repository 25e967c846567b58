using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Vision.Telemetry;

namespace Vision.Captions;

/// <summary>What is told of the endpoint: how long, how many tokens, how it failed. Never what was said.</summary>
internal sealed class CaptionTelemetry
{
    // The bounds that the conventions prescribe.
    private static readonly InstrumentAdvice<long> TokenBuckets = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864],
    };

    private static readonly InstrumentAdvice<double> DurationBuckets = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private readonly Meter meter;
    private readonly Histogram<long> tokens;
    private readonly Histogram<double> duration;
    private readonly Counter<long> fallbacks;
    private readonly KeyValuePair<string, object?>[] common;

    public CaptionTelemetry(IMeterFactory meters, IOptions<CaptioningOptions> options)
    {
        meter = meters.Create(VisionTelemetry.Name);
        tokens = meter.CreateHistogram(
            CaptionNames.TokenUsage, "{token}", "Tokens that captions took, as the endpoint counts them.", advice: TokenBuckets);
        duration = meter.CreateHistogram(
            CaptionNames.OperationDuration, "s", "Time of one call of the captioning endpoint.", advice: DurationBuckets);
        fallbacks = meter.CreateCounter<long>(
            CaptionNames.Fallbacks, "{caption}", "Captions that were made locally although there is an endpoint.");
        common =
        [
            new(CaptionNames.OperationName, CaptionNames.Chat),
            new(CaptionNames.ProviderName, CaptionNames.OpenAI),
            new(CaptionNames.RequestModel, options.Value.Model),
            new(CaptionNames.ServerAddress, options.Value.Endpoint?.Host),
            new(CaptionNames.ServerPort, options.Value.Endpoint?.Port),
        ];
    }

    /// <summary>One call has ended.</summary>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="failure">How it failed; null for an answer.</param>
    public void Asked(TimeSpan elapsed, string? failure) => duration.Record(
        elapsed.TotalSeconds, failure is null ? common : [.. common, new(CaptionNames.ErrorType, failure)]);

    public void Used(long input, long output)
    {
        tokens.Record(input, [.. common, new(CaptionNames.TokenType, CaptionNames.Input)]);
        tokens.Record(output, [.. common, new(CaptionNames.TokenType, CaptionNames.Output)]);
    }

    public void FellBack(string reason) => fallbacks.Add(1, new KeyValuePair<string, object?>(CaptionNames.Reason, reason));

    /// <param name="state">0 closed, 1 half open, 2 open.</param>
    public void ObserveBreaker(Func<int> state) => meter.CreateObservableGauge(
        CaptionNames.BreakerState, state, description: "The breaker of the captioning endpoint: 0 closed, 1 half open, 2 open.");
}
