using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>Reads text: first all lines, then all words.</summary>
internal sealed class DetectText(CloudAnalyzer analyzer) : RekognitionOperation<DetectTextRequest, DetectTextResponse>(
    analyzer, AwsJsonContext.Default.DetectTextRequest, AwsJsonContext.Default.DetectTextResponse)
{
    public override string Name => "DetectText";

    protected override Features Check(DetectTextRequest request)
    {
        _ = new WordRules(request.Filters);
        return Features.Text;
    }

    protected override ValueTask<DetectTextResponse> AnswerAsync(
        DetectTextRequest request, Analysis analysis, CancellationToken cancellationToken)
    {
        var rules = new WordRules(request.Filters);
        var lines = analysis.Text!.Lines
            .Select(line => (Line: line, Words: Words(line, rules, analysis.Image)))
            .Where(static line => line.Words.Count > 0)
            .ToList();
        var detections = lines.Select((line, index) => Detection(
            line.Line.Text, "LINE", index, parent: null, line.Line.Confidence, TextGeometry.Of(line.Line.Box, analysis.Image))).ToList();
        foreach (var (index, line) in lines.Index())
        {
            foreach (var (word, geometry) in line.Words)
            {
                detections.Add(Detection(word.Text, "WORD", detections.Count, index, word.Confidence, geometry));
            }
        }

        return ValueTask.FromResult(new DetectTextResponse(detections));
    }

    /// <summary>The words of a line that are told. A line of which none is left is not told either.</summary>
    private static List<(TextWord Word, TextGeometry Geometry)> Words(TextLine line, WordRules rules, ImageReport image) =>
    [
        .. line.Words!.Select(word => (Word: word, Geometry: TextGeometry.Of(word.Box, image)))
            .Where(word => rules.Admit(Percent.Of(word.Word.Confidence), word.Geometry.BoundingBox)),
    ];

    private static TextDetection Detection(string text, string type, int id, int? parent, float confidence, TextGeometry geometry) =>
        new(text, type, id, parent, Percent.Of(confidence), geometry);
}
