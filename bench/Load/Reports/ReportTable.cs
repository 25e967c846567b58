using System.Globalization;
using System.Text;

namespace Load.Reports;

/// <summary>Rows as a table of Markdown, which reads as well on a terminal as in a document.</summary>
internal static class ReportTable
{
    public static string Format(IReadOnlyCollection<ReportRow> rows)
    {
        var header = new ReportRow("measure", "value", "goal");
        ReportRow[] all = [header, .. rows];
        var measure = all.Max(row => row.Measure.Length);
        var value = all.Max(row => row.Value.Length);
        var goal = all.Max(row => row.Goal.Length);
        var text = new StringBuilder();
        Line(header.Measure, header.Value, header.Goal, "met");
        Line(new string('-', measure), new string('-', value), new string('-', goal), "---");
        foreach (var row in rows)
        {
            Line(row.Measure, row.Value, row.Goal, row.Goal.Length == 0 ? "" : row.IsMet ? "yes" : "NO");
        }

        return text.ToString();

        void Line(string first, string second, string third, string fourth) => text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {first.PadRight(measure)} | {second.PadRight(value)} | {third.PadRight(goal)} | {fourth,-3} |");
    }
}
