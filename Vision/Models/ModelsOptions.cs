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

    /// <summary>How often the folder is looked at for what other processes have changed in it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);
}
