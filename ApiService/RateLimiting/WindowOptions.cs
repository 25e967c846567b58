using System.ComponentModel.DataAnnotations;

namespace ApiService.RateLimiting;

/// <summary>So many requests in a window of time, which begins with the first of them.</summary>
internal sealed class WindowOptions
{
    [Range(1, int.MaxValue)]
    public int PermitLimit { get; set; }

    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
