using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;

namespace Vision.Captions.Chat;

/// <summary>Leaves an endpoint alone that keeps failing, so that callers need not wait for what is not going to come.</summary>
internal sealed class CaptionBreaker
{
    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline<ChatAnswer> pipeline;

    public CaptionBreaker(IOptions<CaptioningOptions> options, CaptionTelemetry telemetry, TimeProvider time)
    {
        pipeline = new ResiliencePipelineBuilder<ChatAnswer> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatAnswer>
            {
                FailureRatio = options.Value.BreakerFailureRatio,
                MinimumThroughput = options.Value.BreakerMinimumCalls,
                SamplingDuration = options.Value.BreakerSamplingDuration,
                BreakDuration = options.Value.BreakerDuration,
                StateProvider = state,
                ShouldHandle = new PredicateBuilder<ChatAnswer>().HandleResult(static answer => answer.Failure is { IsOfEndpoint: true }),
            })
            .Build();
        telemetry.ObserveBreaker(() => state.CircuitState switch
        {
            CircuitState.Closed => 0,
            CircuitState.HalfOpen => 1,
            _ => 2,
        });
    }

    /// <summary>Makes one call, or none while the endpoint is left alone.</summary>
    public async Task<ChatAnswer> RunAsync(Func<CancellationToken, Task<ChatAnswer>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return ChatAnswer.Of(CaptionFailure.Open);
        }
    }
}
