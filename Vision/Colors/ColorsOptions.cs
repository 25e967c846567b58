using System.ComponentModel.DataAnnotations;

namespace Vision.Colors;

/// <summary>Which colours are told.</summary>
public sealed class ColorsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Colors";

    /// <summary>How many colours are told at most, 1 to 6.</summary>
    [Range(1, 6)]
    public int Maximum { get; set; } = 6;

    /// <summary>A colour with a smaller share of the pixels is counted to the nearest other one, 0 to 0.5.</summary>
    [Range(0.0, 0.5)]
    public double MinimumShare { get; set; } = 0.01;
}
