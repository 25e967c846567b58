using Contracts;

namespace ApiService.Compatibility.Azure.Results;

/// <summary>A rectangle in the image.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="W">Its width.</param>
/// <param name="H">Its height.</param>
internal sealed record ImageBoundingBox(int X, int Y, int W, int H)
{
    public static ImageBoundingBox Of(BoundingBox box) => new(box.X, box.Y, box.Width, box.Height);

    public static ImageBoundingBox Of(ImageReport image) => new(0, 0, image.Width, image.Height);
}
