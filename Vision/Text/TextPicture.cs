using Vision.Probing;

namespace Vision.Text;

/// <summary>The sizes at which an image is looked at, whatever its own size is.</summary>
/// <param name="Width">Width in pixels of the picture that lines are read from.</param>
/// <param name="Height">Its height.</param>
/// <param name="DetectorWidth">Width in pixels of the picture that text is looked for in.</param>
/// <param name="DetectorHeight">Its height.</param>
internal readonly record struct TextPicture(int Width, int Height, int DetectorWidth, int DetectorHeight)
{
    /// <summary>The detector halves its input five times, so its sides are multiples of this.</summary>
    public const int DetectorStep = 32;

    /// <summary>A line is read at this many times the resolution at which it is found: small text needs it.</summary>
    private const int ReadingScale = 2;

    /// <param name="header">The size of the image.</param>
    /// <param name="maximumSide">The longer side of the detector's picture at most.</param>
    public static TextPicture Of(ImageHeader header, int maximumSide)
    {
        var longer = Math.Max(header.UprightWidth, header.UprightHeight);
        var forReading = Math.Min(1.0, ReadingScale * (double)maximumSide / longer);
        var forFinding = Math.Min(1.0, maximumSide / (double)longer);
        return new TextPicture(
            Scaled(header.UprightWidth, forReading),
            Scaled(header.UprightHeight, forReading),
            Rounded(header.UprightWidth * forFinding, maximumSide),
            Rounded(header.UprightHeight * forFinding, maximumSide));
    }

    private static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));

    private static int Rounded(double side, int maximum) =>
        DetectorStep * Math.Clamp((int)Math.Round(side / DetectorStep), 1, maximum / DetectorStep);
}
