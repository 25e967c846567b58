using Contracts;

namespace ApiService.Compatibility.Aws.Shapes;

/// <summary>A rectangle in shares of the upright image's width and height.</summary>
internal sealed record RelativeBox(float Width, float Height, float Left, float Top)
{
    public static RelativeBox Of(BoundingBox box, ImageReport image) => new(
        (float)box.Width / image.Width, (float)box.Height / image.Height, (float)box.X / image.Width, (float)box.Y / image.Height);

    /// <summary>The smallest one that holds all points.</summary>
    public static RelativeBox Around(IReadOnlyList<RelativePoint> points)
    {
        var (left, top) = (points.Min(static point => point.X), points.Min(static point => point.Y));
        return new RelativeBox(points.Max(static point => point.X) - left, points.Max(static point => point.Y) - top, left, top);
    }

    /// <summary>How much of this one lies in another, 0 to 1.</summary>
    public float ShareIn(RelativeBox other)
    {
        var width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        var height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        return width <= 0 || height <= 0 ? 0 : width * height / (Width * Height);
    }
}
