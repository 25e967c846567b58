using ApiService.Telemetry;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;

namespace ApiService.Inference;

/// <summary>
/// Turns callers away at the door while more are inside than the engine takes. Each body that is read, hashed and refused
/// afterwards takes processor time from those that were accepted; with a thousand of them at once, everybody would wait for
/// seconds. A few more are let in all the same, because their answers may be in a cache.
/// </summary>
internal sealed class OverloadFilter(ConcurrencyLimit limit, ApiTelemetry telemetry, IOptions<InferenceOptions> options) : IEndpointFilter
{
    private int inside;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > limit.Value + options.Value.SpareRequests)
            {
                telemetry.TurnedAway("crowded");

                // Written, not thrown: an exception costs more than all the rest of this refusal.
                await ProblemWriter.WriteAsync(context.HttpContext, ConcurrencyLimit.Refusal(), context.HttpContext.RequestAborted);
                return TypedResults.Empty;
            }

            return await next(context);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
