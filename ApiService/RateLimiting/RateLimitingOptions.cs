using Microsoft.Extensions.Options;

namespace ApiService.RateLimiting;

/// <summary>How many requests a caller may send; keys bring their own figure for the analyse routes.</summary>
internal sealed class RateLimitingOptions
{
    public const string SectionName = "RateLimiting";

    /// <summary>Callers without a key, on all analyse routes together.</summary>
    [ValidateObjectMembers]
    public WindowOptions Anonymous { get; set; } = new() { PermitLimit = 10 };

    /// <summary>Every caller, on all GET routes together.</summary>
    [ValidateObjectMembers]
    public WindowOptions Read { get; set; } = new() { PermitLimit = 300 };
}
