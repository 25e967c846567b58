using ApiService.Telemetry;
using ServiceDefaults.Problems;

namespace ApiService.Inference;

/// <summary>
/// Turns callers away at the door while more are inside than the engine takes. Each body that is read, hashed and refused
/// afterwards takes processor time from those that were accepted; with a thousand of them at once, everybody would wait for
/// seconds. A few more are let in all the same: see <see cref="SpareRequests"/>.
/// </summary>
internal sealed class OverloadFilter(ConcurrencyLimit limit, SpareRequests spare, ApiTelemetry telemetry) : IEndpointFilter
{
    private int inside;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return Interlocked.Increment(ref inside) <= limit.Value
                ? await next(context)
                : await TrySpareAsync(context, next);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    private async ValueTask<object?> TrySpareAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!spare.TryEnter())
        {
            telemetry.TurnedAway("crowded");

            // Written, not thrown: an exception costs more than all the rest of this refusal.
            await ProblemWriter.WriteAsync(context.HttpContext, ConcurrencyLimit.Refusal(), context.HttpContext.RequestAborted);
            return TypedResults.Empty;
        }

        var isAnswered = false;
        try
        {
            var answer = await next(context);
            isAnswered = true;
            return answer;
        }
        finally
        {
            spare.Leave(isAnswered);
        }
    }
}
