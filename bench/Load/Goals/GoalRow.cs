using System.Globalization;
using Load.Reports;

namespace Load.Goals;

/// <summary>Lines of the table of goals: a figure, what was asked of it, and by how much it is met or missed.</summary>
internal static class GoalRow
{
    public static ReportRow AtLeast(string measure, double value, double goal, string unit) =>
        Judged(measure, value, ">=", goal, unit, (value / goal) - 1);

    public static ReportRow AtMost(string measure, double value, double goal, string unit) =>
        Judged(measure, value, "<=", goal, unit, 1 - (value / goal));

    public static ReportRow Told(string measure, FormattableString value) => new(measure, value.ToString(CultureInfo.InvariantCulture));

    public static ReportRow NotMeasured(string measure, string goal, string reason) =>
        new(measure, $"not measured: {reason}", goal) { Verdict = "-" };

    // A figure that is not a number meets nothing.
    private static ReportRow Judged(string measure, double value, string comparison, double goal, string unit, double margin)
    {
        var isMet = margin >= 0;
        return new ReportRow(measure, Figure(value, unit), $"{comparison} {Figure(goal, unit)}", isMet)
        {
            Verdict = string.Create(CultureInfo.InvariantCulture, $"{(isMet ? "yes" : "NO")}, by {Math.Abs(margin) * 100:F0} %"),
        };
    }

    private static string Figure(double value, string unit)
    {
        var number = value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
        return unit.Length == 0 || unit.StartsWith('/') ? number + unit : $"{number} {unit}";
    }
}
