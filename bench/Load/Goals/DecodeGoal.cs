using System.Diagnostics;
using Contracts;
using Load.Engines;
using Load.Reports;
using Load.Requests;
using Vision;
using Vision.Decoding;
using Vision.Probing;

namespace Load.Goals;

/// <summary>
/// A photo of twelve megapixels to the pixels that a model of 260 × 260 looks at, with the product's decoder, against libjpeg-turbo
/// that does nothing but decode it at an eighth of its size. Both take turns on one thread.
/// </summary>
internal static class DecodeGoal
{
    private const string Measure = "12 megapixels to 260 px against libjpeg-turbo";
    private const double Goal = 1.1;
    private const int Side = 260;

    /// <summary>The crop of EfficientNet-lite2, whose input has this side.</summary>
    private static readonly PixelRequest Request =
        new(Side, Side, CropRule.CenterSquare, CropFraction: 65.0 / 73, ResizeKernel.Bicubic, Equalization.None);

    public static IReadOnlyList<ReportRow> Run(IImageDecoder decoder, GoalSettings settings)
    {
        if (!TurboReference.IsThere)
        {
            return [GoalRow.NotMeasured(Measure, "<= 1.1 x", "libturbojpeg0 is not installed")];
        }

        var bytes = LargePicture.Create();
        var image = new EncodedImage(bytes, ImageDigest.Of(bytes), ImageProbe.Read(bytes));
        using var reference = new TurboReference(LargePicture.Width, LargePicture.Height);
        var (own, turbo) = (new Samples(), new Samples());
        Decode();
        reference.Decode(bytes);
        for (var run = 0; run < settings.Decodes; run++)
        {
            own.Add(Time(Decode));
            turbo.Add(Time(() => reference.Decode(bytes)));
        }

        return
        [
            GoalRow.Told($"decode of 12 megapixels ({bytes.Length / 1_000_000.0:0.0} MB)", $"{own.Median:F1} ms by {decoder.GetType().Name}; libjpeg-turbo alone {turbo.Median:F1} ms"),
            GoalRow.AtMost(Measure, own.Median / turbo.Median, Goal, "x"),
        ];

        void Decode() => decoder.Decode(image, Request).Dispose();
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
