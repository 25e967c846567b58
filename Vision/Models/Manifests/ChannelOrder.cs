using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>Order of the colours in an image tensor.</summary>
public enum ChannelOrder
{
    /// <summary>Red, green, blue.</summary>
    [JsonStringEnumMemberName("RGB")]
    Rgb,

    /// <summary>Blue, green, red.</summary>
    [JsonStringEnumMemberName("BGR")]
    Bgr,
}
