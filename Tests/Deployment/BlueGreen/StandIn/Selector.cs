using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Tests.Deployment.BlueGreen.StandIn;

/// <summary>Which objects are meant by <c>labelSelector</c> and <c>fieldSelector</c>.</summary>
internal static partial class Selector
{
    public static bool Matches(JsonObject content, string? labels, string? fields) =>
        Requirements().Matches(labels ?? "").All(requirement => IsMet(requirement.Value.Trim(), content["metadata"]!["labels"] as JsonObject ?? []))
        && (string.IsNullOrEmpty(fields) || fields == $"metadata.name={content["metadata"]!["name"]}");

    /// <summary>Whether labels have all that the selector of a Service asks for.</summary>
    public static bool Selects(JsonObject selector, JsonObject labels) =>
        selector.All(wanted => wanted.Value!.GetValue<string>() == labels[wanted.Key]?.GetValue<string>());

    [GeneratedRegex(@"[^,(]+(\([^)]*\))?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Requirements();

    private static bool IsMet(string requirement, JsonObject labels)
    {
        if (requirement.StartsWith('!'))
        {
            return !labels.ContainsKey(requirement[1..]);
        }

        if (requirement.Split(" in (") is [var key, var values])
        {
            return values.TrimEnd(')').Split(',').Contains(labels[key]?.GetValue<string>(), StringComparer.Ordinal);
        }

        return requirement.Split('=', 2) is [var name, var value]
            ? labels[name]?.GetValue<string>() == value.TrimStart('=')
            : labels.ContainsKey(requirement);
    }
}
