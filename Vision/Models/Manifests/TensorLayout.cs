using System.Text.Json.Serialization;

namespace Vision.Models.Manifests;

/// <summary>Order of an image tensor's dimensions.</summary>
public enum TensorLayout
{
    /// <summary>[batch, height, width, channel].</summary>
    [JsonStringEnumMemberName("NHWC")]
    Nhwc,

    /// <summary>[batch, channel, height, width].</summary>
    [JsonStringEnumMemberName("NCHW")]
    Nchw,
}
