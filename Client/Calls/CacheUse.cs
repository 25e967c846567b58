namespace Client;

/// <summary>What a call lets the service's caches do.</summary>
public enum CacheUse
{
    /// <summary>Answer from them, and keep what was computed.</summary>
    Full,

    /// <summary>Compute anew, and keep it (<c>no-cache</c>).</summary>
    Refresh,

    /// <summary>Compute anew, and keep nothing (<c>no-store</c>).</summary>
    None,
}
