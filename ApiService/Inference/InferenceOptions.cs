using System.ComponentModel.DataAnnotations;
using Contracts;

namespace ApiService.Inference;

/// <summary>Where images are analysed, and by which model unless the caller names one.</summary>
internal sealed class InferenceOptions
{
    public const string SectionName = "Inference";

    [EnumDataType(typeof(InferenceMode))]
    public InferenceMode Mode { get; set; } = InferenceMode.Remote;

    [Required]
    public string DefaultModel { get; set; } = AnalysisOptions.DefaultModel;

    /// <summary>How many requests may be inside at once beyond those whose work the engine takes; no body is read of more.</summary>
    [Range(0, 100_000)]
    public int SpareRequests { get; set; } = 16;
}
