using Vision.Text.Geometry;

namespace Vision.Text.Recognition;

/// <summary>One way to read one line.</summary>
/// <param name="Line">The number of the line.</param>
/// <param name="Place">Where it is, in the direction of reading.</param>
/// <param name="Columns">Its width in pixels of the recogniser's input.</param>
/// <param name="IsReversed">Whether it is the second way, upside down.</param>
internal readonly record struct LineCrop(int Line, Quadrilateral Place, int Columns, bool IsReversed = false)
{
    /// <summary>Height of the recogniser's input.</summary>
    public const int Rows = 48;

    /// <summary>The most columns of one line; a longer one is squeezed, so that the memory of its outputs stays bounded.</summary>
    public const int MaximumColumns = 3200;

    /// <summary>From this ratio of height to width on, text runs downwards (or upwards).</summary>
    private const float TallRatio = 1.5f;

    /// <summary>The same line upside down.</summary>
    public LineCrop Reversed => this with { Place = Place.Reversed, IsReversed = !IsReversed };

    /// <summary>Whether the text runs downwards or upwards.</summary>
    public bool IsTall => Math.Abs(Place.Direction.Y) > Math.Abs(Place.Direction.X);

    /// <param name="line">The number of the line.</param>
    /// <param name="place">Where it is, as if its text ran to the right.</param>
    public static LineCrop Of(int line, Quadrilateral place)
    {
        var turned = place.Height >= TallRatio * place.Width ? place.Downwards : place;
        var columns = Math.Ceiling(Rows * turned.Width / Math.Max(1, turned.Height));
        return new LineCrop(line, turned, (int)Math.Clamp(columns, 1, MaximumColumns));
    }
}
