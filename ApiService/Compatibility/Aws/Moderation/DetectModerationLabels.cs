using System.Text.Json;
using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Moderation;

/// <summary>Tells whether an image is unsafe. The engine knows one kind of that, the one that the taxonomy calls explicit.</summary>
internal sealed class DetectModerationLabels : IRekognitionOperation
{
    private const float DefaultMinConfidence = 50;
    private const string Explicit = "Explicit";

    public string Name => "DetectModerationLabels";

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(RekognitionCall call, CancellationToken cancellationToken)
    {
        var request = call.Read(AwsJsonContext.Default.DetectModerationLabelsRequest);
        Check(request);
        var analysis = await call.AnalyzeAsync(request.Image, Features.Moderation, cancellationToken);
        var confidence = Percent.Of(analysis.Moderation!.Unsafe);
        var answer = new DetectModerationLabelsResponse(confidence < (request.MinConfidence ?? DefaultMinConfidence)
            ? []
            : [new ModerationLabel(confidence, Explicit, ParentName: string.Empty, TaxonomyLevel: 1)]);
        return JsonSerializer.SerializeToUtf8Bytes(answer, AwsJsonContext.Default.DetectModerationLabelsResponse);
    }

    private static void Check(DetectModerationLabelsRequest request)
    {
        InvalidParameter.UnlessPercentage(request.MinConfidence, "MinConfidence");
        InvalidParameter.Unless(request.HumanLoopConfig is null, "HumanLoopConfig is not supported: no people look at images here.");
        if (request.ProjectVersion is not null)
        {
            throw new ProblemException(AwsErrors.ResourceNotFound, "This server has no adapters; leave ProjectVersion out.");
        }
    }
}
