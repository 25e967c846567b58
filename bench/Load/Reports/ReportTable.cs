using System.Globalization;
using System.Text;

namespace Load.Reports;

/// <summary>Rows as a table of Markdown, which reads as well on a terminal as in a document.</summary>
internal static class ReportTable
{
    public static string Format(IReadOnlyCollection<ReportRow> rows)
    {
        var header = new ReportRow("measure", "value", "goal") { Verdict = "met" };
        ReportRow[] all = [header, .. rows];
        var measure = all.Max(row => row.Measure.Length);
        var value = all.Max(row => row.Value.Length);
        var goal = all.Max(row => row.Goal.Length);
        var verdict = all.Max(row => row.Verdict.Length);
        var text = new StringBuilder();
        Line(header);
        Line(new ReportRow(new string('-', measure), new string('-', value), new string('-', goal)) { Verdict = new string('-', verdict) });
        foreach (var row in rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(ReportRow row) => text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {row.Measure.PadRight(measure)} | {row.Value.PadRight(value)} | {row.Goal.PadRight(goal)} | {row.Verdict.PadRight(verdict)} |");
    }
}
