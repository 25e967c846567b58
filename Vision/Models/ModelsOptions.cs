using System.ComponentModel.DataAnnotations;

namespace Vision.Models;

/// <summary>Where the models are.</summary>
public sealed class ModelsOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Models";

    /// <summary>
    /// The model repository: <c>name/version/model.json</c>. A relative path is looked for in the content root and then in
    /// the folders above it, so that a service finds the repository from its own folder and from the root alike.
    /// </summary>
    [Required]
    public string Path { get; set; } = "models/";
}
