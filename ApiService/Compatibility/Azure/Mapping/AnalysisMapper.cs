using ApiService.Compatibility.Azure.Parameters;
using ApiService.Compatibility.Azure.Results;
using Contracts;

namespace ApiService.Compatibility.Azure.Mapping;

/// <summary>Puts an analysis into Azure's words: what was asked for, and no more.</summary>
internal static class AnalysisMapper
{
    public static ImageAnalysisResult Map(Analysis analysis, AnalyzeParameters parameters)
    {
        return new ImageAnalysisResult
        {
            ModelVersion = analysis.Model.ToString(),
            Metadata = new ImageMetadata(analysis.Image.Width, analysis.Image.Height),
            TagsResult = Asked(VisualFeatures.Tags) ? TagsMapper.Map(analysis) : null,
            CaptionResult = Asked(VisualFeatures.Caption) ? CaptionMapper.Map(analysis) : null,
            DenseCaptionsResult = Asked(VisualFeatures.DenseCaptions) ? DenseCaptionsMapper.Map(analysis) : null,
            ObjectsResult = Asked(VisualFeatures.Objects) ? ObjectsMapper.Map(analysis) : null,
            PeopleResult = Asked(VisualFeatures.People) ? PeopleMapper.Map(analysis) : null,
            ReadResult = Asked(VisualFeatures.Read) ? ReadMapper.Map(analysis) : null,
            SmartCropsResult = Asked(VisualFeatures.SmartCrops) ? SmartCropsMapper.Map(analysis, parameters.AspectRatios) : null,
        };

        bool Asked(VisualFeatures feature) => parameters.Features.HasFlag(feature);
    }
}
