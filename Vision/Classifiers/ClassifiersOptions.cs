using System.ComponentModel.DataAnnotations;
using Contracts;

namespace Vision.Classifiers;

/// <summary>What a classifier of one's own is made from, how much of it, and when it becomes live.</summary>
public sealed class ClassifiersOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Classifiers";

    /// <summary>Fewer classes tell nothing.</summary>
    public const int MinimumClasses = 2;

    /// <summary>Fewer pictures of a class cannot be divided into five parts.</summary>
    public const int MinimumExamplesPerClass = 5;

    /// <summary>The built-in classifier whose embeddings the heads stand on, as <c>name</c> or <c>name@version</c>.</summary>
    [Required]
    public string Backbone { get; set; } = AnalysisOptions.DefaultModel;

    /// <summary>The share of held-out pictures, 0 to 1, that a version must recognise to become live.</summary>
    [Range(0.0, 1.0)]
    public double MinimumAccuracy { get; set; } = 0.8;

    /// <summary>Most pictures of one training. Their embeddings take about 20 KB each while it goes on.</summary>
    [Range(MinimumClasses * MinimumExamplesPerClass, 100_000)]
    public int MaximumExamples { get; set; } = 2_000;

    /// <summary>Most classes of one training.</summary>
    [Range(MinimumClasses, 1_000)]
    public int MaximumClasses { get; set; } = 100;

    /// <summary>Most bytes of all pictures of one training.</summary>
    [Range(1, 500L * 1024 * 1024)]
    public long MaximumBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>How long one training may take, the wait for another one aside.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaximumDuration { get; set; } = TimeSpan.FromMinutes(15);
}
