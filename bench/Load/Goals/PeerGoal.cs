using System.Globalization;
using System.Text.RegularExpressions;
using Load.Reports;

namespace Load.Goals;

/// <summary>New images against the best peer, as <c>compare.py</c> measured both in one run.</summary>
internal static partial class PeerGoal
{
    private const double Goal = 1.4;

    private static readonly string[] Forms = ["raw", "json"];

    public static async Task<IReadOnlyList<ReportRow>> ReadAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return Missing("bench/goals.sh runs the peers");
        }

        var output = await File.ReadAllTextAsync(file.FullName, cancellationToken);
        var ratios = Ratio().Matches(output).ToDictionary(
            static match => match.Groups["form"].Value,
            static match => double.Parse(match.Groups["ratio"].ValueSpan, CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
        return ratios.Count == 0
            ? Missing(output.Trim() is { Length: > 0 } said ? said.Split('\n')[^1] : "the peers gave no figures")
            : [.. Forms.Where(ratios.ContainsKey).Select(form => GoalRow.AtLeast(Measure(form), ratios[form], Goal, "x"))];
    }

    private static IReadOnlyList<ReportRow> Missing(string reason) =>
        [.. Forms.Select(form => GoalRow.NotMeasured(Measure(form), ">= 1.4 x", reason))];

    private static string Measure(string form) => $"new images against the best peer, {form}";

    [GeneratedRegex(@"^(?<form>raw|json) ratio to the best peer (?<ratio>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ratio();
}
