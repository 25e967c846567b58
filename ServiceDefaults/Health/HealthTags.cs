namespace ServiceDefaults.Health;

/// <summary>Which probe a health check belongs to. Every check belongs to readiness.</summary>
public static class HealthTags
{
    /// <summary>Fails only when the process itself must be restarted.</summary>
    public const string Live = "live";

    /// <summary>Fails until the service has started, for instance while its models load.</summary>
    public const string Startup = "startup";
}
