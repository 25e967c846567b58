using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Moderation;

/// <summary>Tells whether an image is unsafe. The engine knows one kind of that, the one that the taxonomy calls explicit.</summary>
internal sealed class DetectModerationLabels(CloudAnalyzer analyzer)
    : RekognitionOperation<DetectModerationLabelsRequest, DetectModerationLabelsResponse>(
        analyzer, AwsJsonContext.Default.DetectModerationLabelsRequest, AwsJsonContext.Default.DetectModerationLabelsResponse)
{
    private const float DefaultMinConfidence = 50;
    private const string Explicit = "Explicit";

    public override string Name => "DetectModerationLabels";

    protected override Features Check(DetectModerationLabelsRequest request)
    {
        InvalidParameter.UnlessPercentage(request.MinConfidence, "MinConfidence");
        InvalidParameter.Unless(request.HumanLoopConfig is null, "HumanLoopConfig is not supported: no people look at images here.");
        return request.ProjectVersion is null
            ? Features.Moderation
            : throw new ProblemException(AwsErrors.ResourceNotFound, "This server has no adapters; leave ProjectVersion out.");
    }

    protected override ValueTask<DetectModerationLabelsResponse> AnswerAsync(
        DetectModerationLabelsRequest request, Analysis analysis, CancellationToken cancellationToken)
    {
        var confidence = Percent.Of(analysis.Moderation!.Unsafe);
        return ValueTask.FromResult(new DetectModerationLabelsResponse(confidence < (request.MinConfidence ?? DefaultMinConfidence)
            ? []
            : [new ModerationLabel(confidence, Explicit, ParentName: string.Empty, TaxonomyLevel: 1)]));
    }
}
