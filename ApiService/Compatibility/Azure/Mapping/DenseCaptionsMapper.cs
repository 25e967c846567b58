using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>The sentence about the whole image, which is always the first with Azure. The engine describes no regions.</summary>
internal static class DenseCaptionsMapper
{
    public static ValueList<DenseCaption> Map(Analysis analysis) => new(
    [
        new DenseCaption(analysis.Caption!.Text, CaptionMapper.UnknownConfidence, ImageBoundingBox.Of(analysis.Image)),
    ]);
}
