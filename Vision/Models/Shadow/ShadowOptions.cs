using System.ComponentModel.DataAnnotations;

namespace Vision.Models.Shadow;

/// <summary>A candidate version that runs beside the one that answers, on a share of the same images; only metrics tell of it.</summary>
public sealed class ShadowOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Shadow";

    /// <summary>The classifier; empty for none.</summary>
    public string Model { get; set; } = string.Empty;

    /// <summary>The candidate version.</summary>
    public string Version { get; set; } = string.Empty;

    /// <summary>The share of the images that other versions of the classifier have labelled, 0 to 1.</summary>
    [Range(0, 1)]
    public double Share { get; set; }
}
