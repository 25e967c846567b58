namespace ApiService.RateLimiting;

/// <summary>On an endpoint: under which policy its requests are counted.</summary>
/// <param name="Policy">The policy's name, as it stands in the headers.</param>
/// <param name="PerImage">Whether the handler counts, because only it knows how many images there are.</param>
internal sealed record RateLimit(string Policy, bool PerImage = false)
{
    public const string Analyze = "analyze";
    public const string Read = "read";
}
