using System.ComponentModel.DataAnnotations;
using Vision.Probing;

namespace ApiService.Jobs;

/// <summary>How much work may wait, and what becomes of it.</summary>
internal sealed class JobOptions
{
    public const string SectionName = "Jobs";

    /// <summary>
    /// Analyses that this process works on at once, beside one training; 0 for a process that only takes jobs in.
    /// </summary>
    [Range(0, 1024)]
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>Bytes of the images and examples of all jobs that are not finished; beyond it a new job is refused.</summary>
    [Range(ImageLimits.MaximumBytes, long.MaxValue)]
    public long MaximumBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>A worker that gives no sign of life for so long loses its job to another one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many workers may begin with a job before it is given up.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 3;

    /// <summary>How long one attempt at a job with a caption may take; its endpoint may need minutes. Others may take what a request may.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan CaptionLimit { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long the outcome of a job is kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Retention { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Without Redis: how many finished jobs the memory of this process keeps.</summary>
    [Range(1, 10_000_000)]
    public int MemoryEntries { get; set; } = 10_000;
}
