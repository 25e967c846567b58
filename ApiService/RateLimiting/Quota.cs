namespace ApiService.RateLimiting;

/// <summary>What one caller may do under one policy.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Key">What the requests are counted under.</param>
/// <param name="Limit">Requests in a window.</param>
/// <param name="Window">The window's length.</param>
internal sealed record Quota(string Policy, string Key, int Limit, TimeSpan Window);
