namespace Aspire.StackExchange.Redis;

public sealed class StackExchangeRedisSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    /// <summary>Whether the connection is made when it is first asked for, and not when the host starts.</summary>
    public bool DisableAutoActivation { get; set; } = true;
}
