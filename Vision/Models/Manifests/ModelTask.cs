using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>What a model does.</summary>
public enum ModelTask
{
    /// <summary>One probability for each class of a label set.</summary>
    [JsonStringEnumMemberName("classification")]
    Classification,
}
