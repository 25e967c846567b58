using System.ComponentModel.DataAnnotations;

namespace Vision.Objects;

/// <summary>How things and people are found.</summary>
public sealed class ObjectsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Objects";

    /// <summary>The detector's name in the model repository; empty switches the feature off.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Model { get; set; } = "nanodet-g";

    /// <summary>The lowest score of an object that is told, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.4;

    /// <summary>How much two boxes of one class may overlap, as intersection over union; of two that overlap more the better one is told.</summary>
    [Range(0.0, 1.0)]
    public double Overlap { get; set; } = 0.5;

    /// <summary>How many objects are told at most, the best ones.</summary>
    [Range(1, 1000)]
    public int Maximum { get; set; } = 100;
}
