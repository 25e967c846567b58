using System.Text.RegularExpressions;
using Aspire.Hosting.Publishing.Yaml;
using YamlDotNet.Serialization.NamingConventions;

namespace Aspire.Hosting.Kubernetes.Yaml;

/// <summary>An object of a chart as YAML.</summary>
internal static partial class YamlText
{
    public static string Of(object content)
    {
        var serializer = PublishedYaml.CreateBuilder(CamelCaseNamingConvention.Instance).WithTypeConverter(new Int32OrStringConverter()).Build();
        return QuotedNumber().Replace(serializer.Serialize(content), "${expression}");
    }

    /// <summary>An expression that Helm makes a number of. YAML would not let it stand without quotes, but Helm reads the text before YAML does.</summary>
    [GeneratedRegex("""
        "(?<expression>\{\{ [^"]* \| int \}\})"(?=\n)
        """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedNumber();
}
