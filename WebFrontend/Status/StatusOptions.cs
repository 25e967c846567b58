using System.ComponentModel.DataAnnotations;

namespace WebFrontend.Status;

/// <summary>What the page Status may show, and to whom it asks.</summary>
internal sealed class StatusOptions
{
    public const string SectionName = "Status";

    /// <summary>Whether everybody who sees the page may see the figures of the services.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long a service may take to tell its figures; longer than its own health checks may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(3);
}
