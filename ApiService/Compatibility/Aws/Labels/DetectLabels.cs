using System.Text.Json;
using Contracts;

namespace ApiService.Compatibility.Aws.Labels;

/// <summary>Tells what is in an image: classes, broader terms and things, and its colours.</summary>
internal sealed class DetectLabels(LabelPaths paths) : IRekognitionOperation
{
    public string Name => "DetectLabels";

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(RekognitionCall call, CancellationToken cancellationToken)
    {
        var request = call.Read(AwsJsonContext.Default.DetectLabelsRequest);
        var rules = new LabelRules(request);
        var features = (rules.HasLabels ? Features.Labels | Features.Objects : Features.None)
            | (rules.HasColors ? Features.Colors : Features.None);
        var analysis = await call.AnalyzeAsync(request.Image, features, cancellationToken);
        var answer = await AnswerAsync(analysis, rules, cancellationToken);
        return JsonSerializer.SerializeToUtf8Bytes(answer, AwsJsonContext.Default.DetectLabelsResponse);
    }

    private async Task<DetectLabelsResponse> AnswerAsync(Analysis analysis, LabelRules rules, CancellationToken cancellationToken)
    {
        var colors = rules.HasColors
            ? new ImageProperties([.. analysis.Colors!.Take(rules.MaxColors).Select(RekognitionColor.Of)])
            : null;
        if (!rules.HasLabels)
        {
            return new DetectLabelsResponse([], LabelModelVersion: null, colors);
        }

        var tree = new LabelTree(analysis, await paths.OfAsync(analysis.Model, cancellationToken));
        return new DetectLabelsResponse(LabelList.Of(analysis, tree, rules), analysis.Model.ToString(), colors);
    }
}
