using Contracts;

namespace ApiService.Compatibility.Crops;

/// <summary>Something that a crop should hold.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="Weight">How much it counts against the others.</param>
internal readonly record struct CropSubject(BoundingBox Box, double Weight)
{
    /// <summary>A face is what people look at first.</summary>
    private const double FaceWeight = 3;

    /// <summary>The faces and things of an analysis.</summary>
    public static IReadOnlyList<CropSubject> Of(Analysis analysis) =>
    [
        .. (analysis.Faces ?? []).Select(static face => new CropSubject(face.Box, FaceWeight * face.Confidence)),
        .. (analysis.Objects ?? []).Select(static thing => new CropSubject(thing.Box, thing.Confidence)),
    ];

    /// <summary>The share of its area that a region holds.</summary>
    public double ShareIn(BoundingBox region)
    {
        var width = Math.Min(Box.X + Box.Width, region.X + region.Width) - Math.Max(Box.X, region.X);
        var height = Math.Min(Box.Y + Box.Height, region.Y + region.Height) - Math.Max(Box.Y, region.Y);
        return width > 0 && height > 0 ? (double)width * height / ((double)Box.Width * Box.Height) : 0;
    }
}
