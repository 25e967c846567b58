using System.Text.Json.Serialization;

namespace Vision.Decoding;

/// <summary>The resampling filter; all are widened to the scale of a reduction (antialias).</summary>
public enum ResizeKernel
{
    /// <summary>Triangle filter.</summary>
    [JsonStringEnumMemberName("bilinear")]
    Bilinear,

    /// <summary>Catmull-Rom cubic, a = -0.5.</summary>
    [JsonStringEnumMemberName("bicubic")]
    Bicubic,
}
