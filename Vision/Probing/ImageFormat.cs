namespace Vision.Probing;

/// <summary>The formats that are read; everything else is refused by its content.</summary>
public enum ImageFormat
{
    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>PNG and APNG.</summary>
    Png,

    /// <summary>WebP: lossy, lossless, or extended.</summary>
    Webp,

    /// <summary>GIF 87a and 89a.</summary>
    Gif,
}
