using System.Globalization;
using System.Text;
using Load.Loops;

namespace Load.Reports;

/// <summary>
/// Times of answers by their rank as an SVG picture. The horizontal axis is logarithmic in what is left to all answers, so that each
/// further nine takes the same room: the slow ones are what such a curve is for.
/// </summary>
internal static class PercentileCurve
{
    private const int Width = 760;
    private const int Height = 340;
    private const int Left = 60;
    private const int Bottom = 50;
    private const int Top = 20;
    private const int Right = 30;
    private const int PointsOfNine = 40;
    private const int HorizontalLines = 5;

    private static readonly int[] RoundDigits = [1, 2, 5, 10];

    public static string Draw(Latencies times)
    {
        // With fewer than ten answers behind it a rank is an accident.
        var nines = Math.Max(1, Math.Floor(Math.Log10(Math.Max(10, times.Count / 10.0))) + 1);
        var most = NextRound(times.Percentile(1 - Math.Pow(10, -nines)));
        var svg = new StringBuilder();
        svg.AppendLine(Text($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Times of answers by percentile\">"));
        for (var line = 0; line <= HorizontalLines; line++)
        {
            var value = most * line / HorizontalLines;
            svg.AppendLine(Text($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value):F1}\" y2=\"{Y(value):F1}\"/>"));
            svg.AppendLine(Text($"<text x=\"{Left - 8}\" y=\"{Y(value) + 4:F1}\" text-anchor=\"end\">{value:0.##}</text>"));
        }

        for (var nine = 0; nine <= nines; nine++)
        {
            svg.AppendLine(Text($"<line class=\"grid\" x1=\"{X(nine):F1}\" x2=\"{X(nine):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/>"));
            svg.AppendLine(Text($"<text x=\"{X(nine):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{(1 - Math.Pow(10, -nine)) * 100:0.###} %</text>"));
        }

        var points = Enumerable.Range(0, (int)(nines * PointsOfNine) + 1).Select(point => point / (double)PointsOfNine)
            .Select(nine => Text($"{X(nine):F1},{Y(times.Percentile(1 - Math.Pow(10, -nine))):F1}"));
        svg.AppendLine(Text($"<polyline points=\"{string.Join(' ', points)}\"/>"));
        svg.AppendLine(Text($"<text x=\"{Width / 2}\" y=\"{Height - 10}\" text-anchor=\"middle\">share of {times.Count} answers; time in milliseconds</text>"));
        return svg.Append("</svg>").ToString();

        double X(double nine) => Left + ((Width - Left - Right) * nine / nines);

        double Y(double value) => Height - Bottom - ((Height - Bottom - Top) * value / most);
    }

    /// <summary>The next number above that reads well on an axis: 1, 2 or 5 and zeros.</summary>
    private static double NextRound(double value)
    {
        if (!(value > 0))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return RoundDigits.Select(digit => digit * power).First(round => round >= value);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
