using System.ComponentModel.DataAnnotations;

namespace Vision.Moderation;

/// <summary>When an image is flagged.</summary>
public sealed class ModerationOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Moderation";

    /// <summary>The model's name in the model repository; empty switches the feature off.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Model { get; set; } = "open-nsfw";

    /// <summary>The lowest probability of being unsafe that is flagged, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.8;
}
