using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>Type of a tensor's elements.</summary>
public enum TensorType
{
    /// <summary>Raw 8-bit samples, 0 to 255; the model normalises them itself.</summary>
    [JsonStringEnumMemberName("uint8")]
    Byte,

    /// <summary>Samples divided by 255, less the mean, divided by the standard deviation of the manifest.</summary>
    [JsonStringEnumMemberName("float32")]
    Normalized,
}
