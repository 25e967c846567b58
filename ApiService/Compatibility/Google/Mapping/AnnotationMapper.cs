using ApiService.Compatibility.Google.Errors;
using ApiService.Compatibility.Google.Requests;
using ApiService.Compatibility.Google.Responses;
using Contracts;

namespace ApiService.Compatibility.Google.Mapping;

/// <summary>An analysis in Google's form, as far as it was asked for.</summary>
internal static class AnnotationMapper
{
    public static AnnotateImageResponse Map(AnnotateRequest request, Analysis? analysis)
    {
        var response = analysis is null ? new AnnotateImageResponse() : Fill(request, analysis);
        return response with { Error = ErrorOf(request, analysis) };
    }

    /// <summary>The answer of an image that failed.</summary>
    public static AnnotateImageResponse Map(ProblemException problem) => new() { Error = StatusOf(problem) };

    private static AnnotateImageResponse Fill(AnnotateRequest request, Analysis analysis)
    {
        var limits = request.Limits;
        return new AnnotateImageResponse
        {
            LabelAnnotations = IfAny(limits, FeatureType.LabelDetection, limit => LabelMapper.Map(analysis, limit)),
            LocalizedObjectAnnotations = IfAny(limits, FeatureType.ObjectLocalization, limit => ObjectMapper.Map(analysis, limit)),
            FaceAnnotations = IfAny(limits, FeatureType.FaceDetection, limit => FaceMapper.Map(analysis, limit)),
            TextAnnotations = request.AsksForText ? NoneIfEmpty(TextMapper.Map(analysis)) : null,
            FullTextAnnotation = request.AsksForText ? PageMapper.Map(analysis) : null,
            SafeSearchAnnotation = request.Asks(FeatureType.SafeSearchDetection) ? SafeSearchMapper.Map(analysis) : null,
            ImagePropertiesAnnotation =
                limits.TryGetValue(FeatureType.ImageProperties, out var colors) ? ColorMapper.Map(analysis, colors) : null,
            CropHintsAnnotation = request.Asks(FeatureType.CropHints) ? CropMapper.Map(analysis, request.AspectRatios) : null,
        };
    }

    private static IReadOnlyList<T>? IfAny<T>(
        IReadOnlyDictionary<FeatureType, int> limits, FeatureType type, Func<int, IReadOnlyList<T>> map) =>
        limits.TryGetValue(type, out var limit) ? NoneIfEmpty(map(limit)) : null;

    private static IReadOnlyList<T>? NoneIfEmpty<T>(IReadOnlyList<T> found) => found.Count > 0 ? found : null;

    /// <summary>What of the request could not be done. The rest is filled all the same, which Google's contract allows.</summary>
    private static RpcStatus? ErrorOf(AnnotateRequest request, Analysis? analysis)
    {
        var missing = string.Join(", ", request.Missing.Select(FeatureTypes.NameOf));
        var failed = analysis is null ? null : CloudAnalyzer.ProblemOf(analysis);
        return missing.Length > 0
            ? StatusOf(new ProblemException(GoogleErrors.NotImplemented, $"This server does not have {missing}."))
            : failed is null ? null : StatusOf(failed);
    }

    private static RpcStatus StatusOf(ProblemException problem) => new(RpcCodes.Of(problem.Code).Number, problem.Message);
}
