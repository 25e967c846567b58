using Vision.Probing;

namespace Vision.Telemetry;

/// <summary>Puts images of a like size together, because each value of a metric's attribute costs a series.</summary>
internal static class MegapixelClass
{
    private const double Million = 1e6;

    /// <summary>The range of millions of pixels in which an image lies, as <c>from-to</c>.</summary>
    public static string Of(ImageHeader header) => ((double)header.Width * header.Height / Million) switch
    {
        <= 1 => "0-1",
        <= 4 => "1-4",
        <= 12 => "4-12",
        <= 24 => "12-24",
        _ => "24-50",
    };
}
