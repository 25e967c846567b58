namespace ApiService.RateLimiting;

/// <summary>What a request was told.</summary>
/// <param name="IsPermitted">Whether it may go on; a request that may not is not counted.</param>
/// <param name="Remaining">How many more may come in this window.</param>
/// <param name="Reset">How long until the window ends.</param>
internal readonly record struct QuotaUse(bool IsPermitted, int Remaining, TimeSpan Reset);
