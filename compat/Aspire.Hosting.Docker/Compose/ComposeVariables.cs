using System.Text;

namespace Aspire.Hosting.Docker.Compose;

/// <summary>The content of <c>.env</c>: what whoever starts the file may change or has to give.</summary>
internal sealed class ComposeVariables
{
    private readonly OrderedDictionary<string, (string Description, string Value)> variables = new(StringComparer.Ordinal);

    /// <returns>The placeholder that Compose replaces.</returns>
    public string Add(string name, string description, string value)
    {
        var key = name.Replace('-', '_').ToUpperInvariant();
        variables.TryAdd(key, (description, value));
        return $"${{{key}}}";
    }

    public override string ToString() => variables
        .Aggregate(new StringBuilder(), static (text, entry) => text.Append($"# {entry.Value.Description}\n{entry.Key}={entry.Value.Value}\n\n"))
        .ToString();
}
