namespace Contracts;

/// <summary>Histogram equalisation of the luminance, before the resize.</summary>
public enum Equalization
{
    /// <summary>Pixels as they are.</summary>
    None,

    /// <summary>One histogram over the whole image.</summary>
    Global,

    /// <summary>Contrast-limited, over a window around each pixel (CLAHE).</summary>
    Adaptive,
}
