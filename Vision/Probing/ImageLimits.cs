namespace Vision.Probing;

/// <summary>The bounds of every image, checked on its header before anything is decoded.</summary>
public static class ImageLimits
{
    /// <summary>Most bytes of one encoded image: 20 MiB.</summary>
    public const int MaximumBytes = 20 * 1024 * 1024;

    /// <summary>Most pixels of one frame: 50 million.</summary>
    public const long MaximumPixels = 50_000_000;

    /// <summary>Longest side in pixels.</summary>
    public const int MaximumSidePixels = 16_384;
}
