using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Tells what is in an image: classes, broader terms and things, and its colours.</summary>
internal sealed class DetectLabels(CloudAnalyzer analyzer, LabelPaths paths) : RekognitionOperation<DetectLabelsRequest, DetectLabelsResponse>(
    analyzer, AwsJsonContext.Default.DetectLabelsRequest, AwsJsonContext.Default.DetectLabelsResponse)
{
    public override string Name => "DetectLabels";

    protected override Features Check(DetectLabelsRequest request)
    {
        var rules = new LabelRules(request);
        return (rules.HasLabels ? Features.Labels | Features.Objects : Features.None) | (rules.HasColors ? Features.Colors : Features.None);
    }

    protected override async ValueTask<DetectLabelsResponse> AnswerAsync(
        DetectLabelsRequest request, Analysis analysis, CancellationToken cancellationToken)
    {
        var rules = new LabelRules(request);
        var colors = rules.HasColors
            ? new ImageProperties([.. analysis.Colors!.Take(rules.MaxColors).Select(RekognitionColor.Of)])
            : null;
        if (!rules.HasLabels)
        {
            return new DetectLabelsResponse([], LabelModelVersion: null, colors);
        }

        var tree = new LabelTree(analysis, await paths.OfAsync(analysis.Model, cancellationToken));
        return new DetectLabelsResponse(
            LabelList.Of(analysis, tree, rules), $"{analysis.Model.Name}@{analysis.Model.Version}", colors);
    }
}
