using ApiService.Compatibility.Crops;
using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary><c>CROP_HINTS</c>: a crop for each shape that is asked for, or the one that fits best.</summary>
internal static class CropMapper
{
    /// <summary>Half as wide as high, and twice: what most places for pictures are like.</summary>
    private const double LeastRatio = 0.5;
    private const double GreatestRatio = 2;

    public static CropHintsAnnotation? Map(Analysis analysis, IReadOnlyList<double> ratios)
    {
        if (analysis.Objects is null || analysis.Faces is null)
        {
            return null;
        }

        return new CropHintsAnnotation(ratios.Count == 0
            ? [Map(SmartCrop.Of(analysis, LeastRatio, GreatestRatio), analysis.Image)]
            : [.. ratios.Select(ratio => Map(SmartCrop.Of(analysis, ratio), analysis.Image))]);
    }

    private static CropHint Map(CropRegion crop, ImageReport image) =>
        new(Polygons.Of(crop.Box, image), (float)crop.Importance);
}
