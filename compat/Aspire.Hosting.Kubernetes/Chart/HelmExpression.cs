namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>What Helm fills in when the chart is installed.</summary>
internal static class HelmExpression
{
    public static string Of(string path) => $"{{{{ {path} }}}}";

    /// <summary>A number, which has to stand without quotes.</summary>
    public static string NumberOf(string path) => Of($"{path} | int");

    /// <summary>A value as part of an address.</summary>
    public static string EncodedOf(string path) => Of($"{path} | urlquery");
}
