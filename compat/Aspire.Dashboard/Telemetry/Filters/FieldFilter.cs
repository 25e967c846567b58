using System.Globalization;

namespace Aspire.Dashboard.Telemetry.Filters;

/// <summary>What a field has to be. Numbers are compared as numbers; a field that is not there is neither equal nor greater.</summary>
internal sealed record FieldFilter(string Field, FilterOperator Operator, string Value)
{
    private static readonly Dictionary<string, FilterOperator> Operators = new(StringComparer.Ordinal)
    {
        ["equals"] = FilterOperator.Equal,
        ["contains"] = FilterOperator.Contains,
        ["not-equals"] = FilterOperator.NotEqual,
        ["not-contains"] = FilterOperator.NotContains,
        ["greater"] = FilterOperator.Greater,
        ["less"] = FilterOperator.Less,
        ["greater-or-equal"] = FilterOperator.GreaterOrEqual,
        ["less-or-equal"] = FilterOperator.LessOrEqual,
    };

    /// <summary>Reads <c>field:operator:value</c>, each part escaped as in an address; null if it is none.</summary>
    public static FieldFilter? Parse(string text) =>
        text.Split(':', 3) is [{ Length: > 0 } field, var comparison, var value] && Operators.TryGetValue(comparison, out var known)
            ? new FieldFilter(Uri.UnescapeDataString(field), known, Uri.UnescapeDataString(value))
            : null;

    /// <param name="values">What the field is; several where there are several of it.</param>
    public bool Matches(IEnumerable<string> values) => Operator switch
    {
        FilterOperator.NotEqual => !values.Any(value => value.Equals(Value, StringComparison.OrdinalIgnoreCase)),
        FilterOperator.NotContains => !values.Any(value => value.Contains(Value, StringComparison.OrdinalIgnoreCase)),
        _ => values.Any(Matches),
    };

    private bool Matches(string value) => Operator switch
    {
        FilterOperator.Equal => value.Equals(Value, StringComparison.OrdinalIgnoreCase),
        FilterOperator.Contains => value.Contains(Value, StringComparison.OrdinalIgnoreCase),
        FilterOperator.Greater => Compare(value) > 0,
        FilterOperator.Less => Compare(value) < 0,
        FilterOperator.GreaterOrEqual => Compare(value) >= 0,
        _ => Compare(value) <= 0,
    };

    private int Compare(string value) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number) && double.TryParse(Value, CultureInfo.InvariantCulture, out var wanted)
            ? number.CompareTo(wanted)
            : string.Compare(value, Value, StringComparison.OrdinalIgnoreCase);
}
