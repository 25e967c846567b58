using System.Numerics;
using Contracts;
using Microsoft.Extensions.Options;
using Vision.Decoding;
using Vision.Labels;
using Vision.Models;
using Vision.Text.Geometry;
using Vision.Text.Recognition;
using Vision.Text.Words;

namespace Vision.Text;

/// <summary>The text in an image, line by line: one model finds the lines, another one reads them.</summary>
internal sealed class TextFeature(
    TextModels names, TextWorkers workers, TextDetector detector, LineReader reader, IOptions<TextOptions> options)
    : IAwaitedFeature
{
    public Features Feature => Features.Text;

    public Task<Analysis> ApplyAsync(AnalysisRun run, Analysis analysis, CancellationToken cancellationToken)
    {
        var (finding, reading) = (run.Context.Find(names.Detector), run.Context.Find(names.Recognizer));
        return workers.RunAsync(
            queued =>
            {
                run.Context.Waited(queued);
                return analysis with { Text = new RecognizedText(Read(run.Context, finding, reading, cancellationToken)) };
            },
            cancellationToken);
    }

    private List<TextLine> Read(
        FeatureContext context, LoadedModel finding, LoadedModel reading, CancellationToken cancellationToken)
    {
        var sizes = TextPicture.Of(context.Header, options.Value.MaximumSidePixels);
        using var picture = context.Decode(new PixelRequest(
            sizes.Width, sizes.Height, CropRule.None, CropFraction: 1, ResizeKernel.Bilinear, context.Options.Equalize));
        cancellationToken.ThrowIfCancellationRequested();
        var places = detector.Find(context, finding, picture, sizes);
        var first = ReadingOrder.Of(places).Take(options.Value.MaximumLines).ToList();
        var read = reader.Read(
            context, reading, picture, first.Select(line => LineCrop.Of(line, places[line])), cancellationToken);
        var frame = new ImageFrame(new Vector2(context.Header.UprightWidth, context.Header.UprightHeight));
        var scale = frame.Size / new Vector2(picture.Width, picture.Height);
        return Lines([.. first.Select(line => read[line])], frame, scale, context.Options.TextDetail);
    }

    private List<TextLine> Lines(List<RecognizedLine> read, ImageFrame frame, Vector2 scale, TextDetail detail)
    {
        var kept = read.FindAll(line => line.Text.Length > 0 && line.Confidence >= options.Value.MinimumConfidence);
        return
        [
            .. ReadingOrder.Of([.. kept.Select(line => line.Crop.Place)])
                .Select(i => Line(kept[i], kept[i].Crop.Place.Scale(scale), frame, detail)),
        ];
    }

    private static TextLine Line(RecognizedLine read, Quadrilateral place, ImageFrame frame, TextDetail detail) =>
        new(read.Text, Confidences.Round(read.Confidence), frame.Corners(place))
        {
            Words = read.Symbols is null ? null : new WordLayout(place, frame, detail == TextDetail.Symbols).Words(read.Symbols),
        };
}
