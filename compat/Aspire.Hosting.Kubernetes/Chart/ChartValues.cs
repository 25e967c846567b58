namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>What whoever installs the chart may change, in a section for each resource.</summary>
internal sealed class ChartValues
{
    private readonly OrderedDictionary<string, OrderedDictionary<string, object>> parameters = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, OrderedDictionary<string, object>> secrets = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, OrderedDictionary<string, object>> config = new(StringComparer.Ordinal);

    /// <summary>The content of <c>values.yaml</c>.</summary>
    public OrderedDictionary<string, object> Sections => new(StringComparer.Ordinal)
    {
        ["parameters"] = Content(parameters),
        ["secrets"] = Content(secrets),
        ["config"] = Content(config),
    };

    /// <returns>The expression by which a template reads it.</returns>
    public string AddParameter(string resource, string name, object value) => Add(parameters, "parameters", resource, name, value);

    public string AddSecret(string resource, string name) => Add(secrets, "secrets", resource, name, string.Empty);

    public string AddConfig(string resource, string name, string value) => Add(config, "config", resource, name, value);

    /// <summary>A name that an expression can contain.</summary>
    public static string Key(string name) => name.Replace('-', '_');

    /// <summary>An empty section is written too, because templates and people look into it.</summary>
    private static object Content(OrderedDictionary<string, OrderedDictionary<string, object>> section) => section.Count > 0 ? section : new object();

    private static string Add(
        OrderedDictionary<string, OrderedDictionary<string, object>> section, string sectionName, string resource, string name, object value)
    {
        var key = Key(resource);
        if (!section.TryGetValue(key, out var values))
        {
            values = new OrderedDictionary<string, object>(StringComparer.Ordinal);
            section.Add(key, values);
        }

        values.TryAdd(Key(name), value);
        return $".Values.{sectionName}.{key}.{Key(name)}";
    }
}
