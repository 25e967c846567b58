using System.Threading.RateLimiting;

namespace ApiService.RateLimiting;

/// <summary>What the limiter's middleware is told of one request.</summary>
internal sealed class QuotaLease(bool isAcquired, TimeSpan? retryAfter) : RateLimitLease
{
    public static readonly QuotaLease Unlimited = new(isAcquired: true, retryAfter: null);

    public TimeSpan? RetryAfter => retryAfter;

    public override bool IsAcquired => isAcquired;

    public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        var isKnown = retryAfter is not null && metadataName == MetadataName.RetryAfter.Name;
        metadata = isKnown ? retryAfter : null;
        return isKnown;
    }
}
