using System.Text.Json.Serialization;

namespace Vision.Decoding;

/// <summary>Which part of an image a model looks at, before the resize.</summary>
public enum CropRule
{
    /// <summary>The whole image, stretched to the model's input.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>A share of each side around the centre, stretched to the model's input.</summary>
    [JsonStringEnumMemberName("center")]
    Center,

    /// <summary>A square around the centre whose side is a share of the shorter edge.</summary>
    [JsonStringEnumMemberName("center-square")]
    CenterSquare,
}
