using System.Globalization;
using System.Threading.RateLimiting;
using ApiService.Callers;
using ApiService.Telemetry;
using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ApiService.RateLimiting;

/// <summary>Counts each request under its endpoint's policy and its caller, and tells the caller where it stands.</summary>
internal sealed class CallerRateLimiter(ICallCounter counter, IOptions<RateLimitingOptions> options, ApiTelemetry telemetry)
    : PartitionedRateLimiter<HttpContext>
{
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <summary>Counts permits of a request whose handler knows only later how many it needs.</summary>
    /// <param name="context">The request.</param>
    /// <param name="permits">How many; 0 asks whether there is room for one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<QuotaLease> CountAsync(HttpContext context, int permits, CancellationToken cancellationToken)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RateLimit>() is not { } limit
            || QuotaOf(context.GetCaller(), limit) is not { } quota)
        {
            return QuotaLease.Unlimited;
        }

        var use = await counter.CountAsync(quota, permits, cancellationToken);
        Tell(context, quota, use);
        if (!use.IsPermitted)
        {
            telemetry.Refused(quota.Policy);
        }

        return new QuotaLease(use.IsPermitted, use.IsPermitted ? null : use.Reset);
    }

    /// <summary>Counts permits of a request, which ends here where there are none left.</summary>
    /// <exception cref="ProblemException"><c>rate_limited</c>.</exception>
    public async ValueTask TakeAsync(HttpContext context, int permits, CancellationToken cancellationToken)
    {
        var counted = await CountAsync(context, permits, cancellationToken);
        if (!counted.IsAcquired)
        {
            throw RateLimitingExtensions.Refusal(counted.RetryAfter);
        }
    }

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
        new QuotaLease(isAcquired: false, retryAfter: null);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken)
    {
        var isPerImage = resource.GetEndpoint()?.Metadata.GetMetadata<RateLimit>() is { PerImage: true };
        return await CountAsync(resource, isPerImage ? 0 : permitCount, cancellationToken);
    }

    private Quota? QuotaOf(Caller caller, RateLimit limit)
    {
        var window = limit.Policy == RateLimit.Read ? options.Value.Read : options.Value.Anonymous;
        var key = $"{limit.Policy}:{caller.Id}";
        return caller.PermitsPerMinute switch
        {
            0 => null,
            { } permits when limit.Policy == RateLimit.Analyze => new Quota(limit.Policy, key, permits, TimeSpan.FromMinutes(1)),
            _ => new Quota(limit.Policy, key, window.PermitLimit, window.Window),
        };
    }

    // Written at the last moment, because a problem clears the headers that were there before it; the last count is what holds.
    private static void Tell(HttpContext context, Quota quota, QuotaUse use)
    {
        var isTold = context.Features.Get<ToldUse>() is not null;
        context.Features.Set(new ToldUse(quota, use));
        if (!isTold)
        {
            context.Response.OnStarting(WriteHeaders, context);
        }
    }

    private static Task WriteHeaders(object state)
    {
        var context = (HttpContext)state;
        var (quota, use) = context.Features.GetRequiredFeature<ToldUse>();
        context.Response.Headers["RateLimit-Policy"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{quota.Policy}\";q={quota.Limit};w={Seconds(quota.Window)}");
        context.Response.Headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"{quota.Policy}\";r={use.Remaining};t={Seconds(use.Reset)}");
        return Task.CompletedTask;
    }

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);

    private sealed record ToldUse(Quota Quota, QuotaUse Use);
}
