using System.ComponentModel.DataAnnotations;

namespace ServiceDefaults.Deadlines;

/// <summary>How long a request may take.</summary>
public sealed class RequestDeadlineOptions
{
    public const string SectionName = "Deadline";

    /// <summary>The longest that the server works on one request once its body is there.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Maximum { get; set; } = TimeSpan.FromSeconds(30);
}
