using System.Diagnostics;
using Contracts;
using Load.Engines;
using Load.Reports;
using Load.Requests;
using Vision;
using Vision.Decoding;
using Vision.Decoding.Turbo;
using Vision.Probing;

namespace Load.Goals;

/// <summary>
/// A photo of twelve megapixels to the pixels that a model of 260 × 260 looks at, with the product's decoder, against libjpeg-turbo
/// that does nothing but decode it: at a quarter of its size, from where the filter has pixels enough to work with and which is what the
/// product takes, and at an eighth, the smallest that it can. All take turns on one thread.
/// </summary>
internal static class DecodeGoal
{
    private const string Measure = "12 megapixels to 260 px against libjpeg-turbo";
    private const string AtQuarter = $"{Measure} at a quarter";
    private const string AtEighth = $"{Measure} at an eighth";
    private const double Goal = 1.1;
    private const int Side = 260;

    /// <summary>The crop of EfficientNet-lite2, whose input has this side.</summary>
    private static readonly PixelRequest Request =
        new(Side, Side, CropRule.CenterSquare, CropFraction: 65.0 / 73, ResizeKernel.Bicubic, Equalization.None);

    public static IReadOnlyList<ReportRow> Run(IImageDecoder decoder, GoalSettings settings)
    {
        if (!TurboJpegLibrary.IsPresent)
        {
            return [GoalRow.NotMeasured(Measure, "<= 1.1 x", "libturbojpeg0 is not installed")];
        }

        var bytes = LargePicture.Create();
        var image = new EncodedImage(bytes, ImageDigest.Of(bytes), ImageProbe.Read(bytes));
        using var eighth = new TurboReference(LargePicture.Width, LargePicture.Height, reduction: 8);
        using var quarter = new TurboReference(LargePicture.Width, LargePicture.Height, reduction: 4);
        var (own, ofEighth, ofQuarter) = (new Samples(), new Samples(), new Samples());
        Decode();
        eighth.Decode(bytes);
        for (var run = 0; run < settings.Decodes; run++)
        {
            own.Add(Time(Decode));
            ofEighth.Add(Time(() => eighth.Decode(bytes)));
            ofQuarter.Add(Time(() => quarter.Decode(bytes)));
        }

        return
        [
            GoalRow.Told("decode of 12 megapixels", $"{own.Median:F1} ms by {decoder.GetType().Name}, {bytes.Length / 1e6:F1} MB"),
            GoalRow.Told("libjpeg-turbo alone, to an eighth / a quarter", $"{ofEighth.Median:F1} / {ofQuarter.Median:F1} ms"),
            GoalRow.AtMost(AtQuarter, own.Median / ofQuarter.Median, Goal, "x"),
            GoalRow.AtMost(AtEighth, own.Median / ofEighth.Median, Goal, "x"),
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
