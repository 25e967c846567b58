using Contracts;

namespace ApiService.Compatibility.Aws.Shapes;

/// <summary>A place in shares of the upright image's width and height.</summary>
internal sealed record RelativePoint(float X, float Y)
{
    public static RelativePoint Of(PixelPoint point, ImageReport image) => new((float)point.X / image.Width, (float)point.Y / image.Height);
}
