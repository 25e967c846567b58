using System.Threading.RateLimiting;
using ApiService.Redis;
using Contracts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using ServiceDefaults.Problems;

namespace ApiService.RateLimiting;

internal static class RateLimitingExtensions
{
    public static void AddRateLimiting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<RateLimitingOptions>, RateLimitingOptionsValidator>();
        services.AddOptions<RateLimitingOptions>().BindConfiguration(RateLimitingOptions.SectionName).ValidateOnStart();
        services.AddSingleton<LocalCallCounter>();
        services.AddSingleton<ICallCounter>(static provider => provider.GetService<RedisGate>() is { } redis
            ? new SharedCallCounter(redis, provider.GetRequiredService<LocalCallCounter>())
            : provider.GetRequiredService<LocalCallCounter>());
        services.AddSingleton<CallerRateLimiter>();
        services.AddRateLimiter(static _ => { });
        services.AddOptions<RateLimiterOptions>().Configure<CallerRateLimiter>(static (options, limiter) =>
        {
            options.GlobalLimiter = limiter;
            options.OnRejected = RefuseAsync;
        });
    }

    /// <summary>Counts the requests of these endpoints under a policy.</summary>
    public static TBuilder CountUnder<TBuilder>(this TBuilder builder, string policy)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RateLimit(policy));

    /// <summary>Leaves the counting to the handler, once it knows how many images there are.</summary>
    public static TBuilder CountImagesUnder<TBuilder>(this TBuilder builder, string policy)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RateLimit(policy, PerImage: true));

    public static ProblemException Refusal(TimeSpan? retryAfter) =>
        new(ErrorCodes.RateLimited, "The quota of this caller is used up for now.") { RetryAfter = retryAfter };

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        TimeSpan? retryAfter = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : null;
        await ProblemWriter.WriteAsync(rejected.HttpContext, Refusal(retryAfter), cancellationToken);
    }
}
