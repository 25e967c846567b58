using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Health;

/// <summary>How a service leaves.</summary>
internal sealed class DrainOptions
{
    public const string SectionName = "Drain";

    /// <summary>
    /// How long it still takes requests after it has been asked to stop, while its readiness says no. Whoever sends it requests
    /// needs that time to notice. Without a setting 5 seconds, and none in development.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long requests that are under way may take after that, before the process ends without them.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(20);
}
