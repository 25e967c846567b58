using System.ComponentModel.DataAnnotations;

namespace Vision.Admission;

/// <summary>How much work is taken in, and how much of it runs at once.</summary>
public sealed class AdmissionOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Admission";

    /// <summary>How many images may wait; one more is refused at once.</summary>
    [Range(1, 100_000)]
    public int Capacity { get; set; } = 64;

    /// <summary>How many images are decoded and run at once, one thread each.</summary>
    [Range(1, 1024)]
    public int Workers { get; set; } = Environment.ProcessorCount;
}
