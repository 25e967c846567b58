namespace Vision.Decoding;

/// <summary>A part of an image.</summary>
/// <param name="Left">Distance from the left edge in pixels.</param>
/// <param name="Top">Distance from the upper edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
internal readonly record struct CropRectangle(int Left, int Top, int Width, int Height)
{
    /// <summary>The part of an image of this size that a rule keeps. It lies around the centre, so turning the image turns it too.</summary>
    public static CropRectangle Of(int imageWidth, int imageHeight, CropRule rule, double fraction)
    {
        var shorter = Math.Min(imageWidth, imageHeight);
        var (width, height) = rule switch
        {
            CropRule.None => (imageWidth, imageHeight),
            CropRule.Center => (Share(imageWidth, fraction), Share(imageHeight, fraction)),
            CropRule.CenterSquare => (Share(shorter, fraction), Share(shorter, fraction)),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown crop rule."),
        };
        return new CropRectangle((imageWidth - width) / 2, (imageHeight - height) / 2, width, height);
    }

    private static int Share(int side, double fraction) =>
        Math.Clamp((int)Math.Round(side * fraction, MidpointRounding.ToEven), 1, side);
}
