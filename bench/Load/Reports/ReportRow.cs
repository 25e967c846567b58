namespace Load.Reports;

/// <summary>One line of a report.</summary>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Goal">What it should be; empty for what is only told.</param>
/// <param name="IsMet">Whether it is.</param>
internal sealed record ReportRow(string Measure, string Value, string Goal = "", bool IsMet = true)
{
    /// <summary>Whether the goal is met, in words.</summary>
    public string Verdict { get; init; } = Goal.Length == 0 ? "" : IsMet ? "yes" : "NO";
}
