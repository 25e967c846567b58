namespace AppHost.Kubernetes;

/// <summary>
/// A value that whoever installs the chart may set, under <c>parameters</c>, and that has a default. The values of the chart itself
/// are those that the publisher finds in the model; this is for the rest. Names stand in back quotes because the templates have
/// their texts in double ones.
/// </summary>
internal static class ChartValue
{
    public static string Text(string section, string name, string fallback) => Of(section, name, $"`{fallback}`", "parameters");

    /// <summary>Nothing, unless it is set.</summary>
    public static string Optional(string section, string name) => Of(section, name, "``", "parameters");

    /// <summary>The publisher writes it without quotes.</summary>
    public static string Number(string section, string name, int fallback) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{{{ dig `{section}` `{name}` {fallback} .Values.parameters | int }}}}");

    /// <summary>Without a default: whoever installs the chart has to give it.</summary>
    public static string Secret(string section, string name) => Of(section, name, "``", "secrets");

    private static string Of(string section, string name, string fallback, string values) =>
        $"{{{{ dig `{section}` `{name}` {fallback} .Values.{values} }}}}";
}
