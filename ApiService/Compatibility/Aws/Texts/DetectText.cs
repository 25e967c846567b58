using System.Text.Json;
using ApiService.Compatibility.Aws.Shapes;
using Contracts;

namespace ApiService.Compatibility.Aws.Texts;

/// <summary>Reads text: first all lines, then all words.</summary>
internal sealed class DetectText : IRekognitionOperation
{
    public string Name => "DetectText";

    public async Task<ReadOnlyMemory<byte>> AnswerAsync(RekognitionCall call, CancellationToken cancellationToken)
    {
        var request = call.Read(AwsJsonContext.Default.DetectTextRequest);
        var rules = new WordRules(request.Filters);
        var analysis = await call.AnalyzeAsync(request.Image, Features.Text, cancellationToken);
        var answer = new DetectTextResponse(Detections(analysis, rules));
        return JsonSerializer.SerializeToUtf8Bytes(answer, AwsJsonContext.Default.DetectTextResponse);
    }

    private static List<TextDetection> Detections(Analysis analysis, WordRules rules)
    {
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

        return detections;
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
