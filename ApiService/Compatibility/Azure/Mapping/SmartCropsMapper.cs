using ApiService.Compatibility.Azure.Results;
using ApiService.Compatibility.Crops;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>A crop of each shape that is asked for; one of a shape that suits the image where none is.</summary>
internal static class SmartCropsMapper
{
    private const double LeastOwnRatio = 0.5;
    private const double MostOwnRatio = 2;

    public static ValueList<ThumbnailRegion> Map(Analysis analysis, IReadOnlyList<double> aspectRatios) => new(aspectRatios is []
        ? [OwnRegion(SmartCrop.Of(analysis, LeastOwnRatio, MostOwnRatio).Box)]
        : [.. aspectRatios.Select(ratio => new ThumbnailRegion(ratio, ImageBoundingBox.Of(SmartCrop.Of(analysis, ratio).Box)))]);

    private static ThumbnailRegion OwnRegion(BoundingBox box) =>
        new(Math.Round((double)box.Width / box.Height, 2), ImageBoundingBox.Of(box));
}
