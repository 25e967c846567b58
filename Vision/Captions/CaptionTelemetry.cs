using System.Diagnostics;
using System.Diagnostics.Metrics;
using Contracts;
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
    private readonly string spanName;

    public CaptionTelemetry(IMeterFactory meters, IOptions<CaptioningOptions> options)
    {
        meter = meters.Create(VisionTelemetry.Name);
        spanName = $"{CaptionNames.Chat} {options.Value.Model}";
        tokens = meter.CreateHistogram(
            CaptionNames.TokenUsage, "{token}", "Tokens that captions took, as the endpoint counts them.", advice: TokenBuckets);
        duration = meter.CreateHistogram(
            CaptionNames.OperationDuration, "s", "Time of one call of the captioning endpoint.", advice: DurationBuckets);
        fallbacks = meter.CreateCounter<long>(
            CaptionNames.Fallbacks, "{caption}", "Captions that were made locally although there is an endpoint.");
        common =
        [
            new(SpanAttributes.GenAIOperationName, CaptionNames.Chat),
            new(SpanAttributes.GenAIProviderName, CaptionNames.OpenAI),
            new(SpanAttributes.GenAIRequestModel, options.Value.Model),
            new(SpanAttributes.ServerAddress, options.Value.Endpoint?.Host),
            new(SpanAttributes.ServerPort, options.Value.Endpoint?.Port),
        ];
    }

    /// <summary>Begins the span of one call.</summary>
    public Activity? Ask() => VisionTelemetry.Source.StartActivity(spanName, ActivityKind.Client, parentContext: default, common);

    /// <summary>One call has ended.</summary>
    /// <param name="call">Its span.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="failure">How it failed; null for an answer.</param>
    public void Asked(Activity? call, TimeSpan elapsed, string? failure)
    {
        duration.Record(elapsed.TotalSeconds, failure is null ? common : [.. common, new(SpanAttributes.ErrorType, failure)]);
        if (failure is not null)
        {
            call?.SetStatus(ActivityStatusCode.Error).SetTag(SpanAttributes.ErrorType, failure);
        }
    }

    public void Used(Activity? call, long input, long output)
    {
        call?.SetTag(SpanAttributes.GenAIInputTokens, input).SetTag(SpanAttributes.GenAIOutputTokens, output);
        tokens.Record(input, [.. common, new(SpanAttributes.GenAITokenType, CaptionNames.Input)]);
        tokens.Record(output, [.. common, new(SpanAttributes.GenAITokenType, CaptionNames.Output)]);
    }

    public void FellBack(string reason) => fallbacks.Add(1, new KeyValuePair<string, object?>(CaptionNames.Reason, reason));

    /// <param name="state">0 closed, 1 half open, 2 open.</param>
    public void ObserveBreaker(Func<int> state) => meter.CreateObservableGauge(
        CaptionNames.BreakerState, state, description: "The breaker of the captioning endpoint: 0 closed, 1 half open, 2 open.");
}
