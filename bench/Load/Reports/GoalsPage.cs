using System.Globalization;
using System.Net;
using System.Text;
using Load.Loops;

namespace Load.Reports;

/// <summary>The table of goals and the curve of percentiles as one HTML file that needs nothing else.</summary>
internal static class GoalsPage
{
    private const string Style =
        """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8886; vertical-align: top }
        td:nth-child(n + 3) { white-space: nowrap }
        tr.missed td { background: #d332 }
        svg { width: 100%; font-size: 12px }
        svg text { fill: currentColor }
        svg .grid { stroke: #8886 }
        svg polyline { fill: none; stroke: #27c; stroke-width: 2 }
        """;

    public static string Write(IReadOnlyList<ReportRow> rows, Latencies answers)
    {
        var page = new StringBuilder();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Performance</title>\n<style>\n{Style}\n</style>\n</head>\n<body>");
        page.AppendLine("<h1>Performance</h1>\n<table>\n<thead><tr><th>measure</th><th>value</th><th>goal</th><th>met</th></tr></thead>\n<tbody>");
        foreach (var row in rows)
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"<tr{(row.IsMet ? "" : " class=\"missed\"")}><td>{Encode(row.Measure)}</td><td>{Encode(row.Value)}</td><td>{Encode(row.Goal)}</td><td>{Encode(row.Verdict)}</td></tr>");
        }

        page.AppendLine("</tbody>\n</table>\n<h2>Times of answers at 80 % load</h2>");
        page.AppendLine("<p>Images arrive by the clock; each time counts from when its image was due, so that a stall counts for all who wait in it.</p>");
        page.AppendLine(PercentileCurve.Draw(answers));
        return page.AppendLine("</body>\n</html>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
