using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>Order of an image tensor's dimensions.</summary>
public enum TensorLayout
{
    /// <summary>[batch, height, width, channel], channels red, green, blue.</summary>
    [JsonStringEnumMemberName("NHWC")]
    Nhwc,
}
