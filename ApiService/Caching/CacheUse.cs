namespace ApiService.Caching;

/// <summary>What a request allows the caches to do (RFC 9111).</summary>
internal enum CacheUse
{
    /// <summary>Answer from them, and keep what was computed.</summary>
    Full,

    /// <summary><c>no-cache</c>: compute anew, and keep it.</summary>
    Refresh,

    /// <summary><c>no-store</c>: compute anew, and keep nothing.</summary>
    None,
}
