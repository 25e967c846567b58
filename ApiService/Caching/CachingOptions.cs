using System.ComponentModel.DataAnnotations;

namespace ApiService.Caching;

/// <summary>How many analyses are kept, and for how long.</summary>
internal sealed class CachingOptions
{
    public const string SectionName = "Caching";

    /// <summary>Analyses in the memory of this process; beyond it the least recently used one goes.</summary>
    [Range(1, 1_000_000)]
    public int MemoryEntries { get; set; } = 100;

    /// <summary>How long an analysis is kept, in memory and in Redis.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Expiration { get; set; } = TimeSpan.FromHours(24);
}
