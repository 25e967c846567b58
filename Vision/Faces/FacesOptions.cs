using System.ComponentModel.DataAnnotations;

namespace Vision.Faces;

/// <summary>How faces are found.</summary>
public sealed class FacesOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Faces";

    /// <summary>The detector's name in the model repository; empty switches the feature off.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Model { get; set; } = "blazeface";

    /// <summary>The lowest score of a face that is told, 0 to 1. The shipped detector takes some animals for faces below the default.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.86;

    /// <summary>How much two boxes may overlap, as intersection over union; of two that overlap more the better one is told.</summary>
    [Range(0.0, 1.0)]
    public double Overlap { get; set; } = 0.3;

    /// <summary>How many faces are told at most, the best ones.</summary>
    [Range(1, 1000)]
    public int Maximum { get; set; } = 100;
}
