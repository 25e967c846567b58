using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>Where a text is: its corners in the order of reading, and the rectangle around them.</summary>
internal sealed record TextGeometry(RelativeBox BoundingBox, IReadOnlyList<RelativePoint> Polygon)
{
    public static TextGeometry Of(IReadOnlyList<PixelPoint> box, ImageReport image)
    {
        RelativePoint[] corners = [.. box.Select(corner => RelativePoint.Of(corner, image))];
        return new TextGeometry(RelativeBox.Around(corners), corners);
    }
}
