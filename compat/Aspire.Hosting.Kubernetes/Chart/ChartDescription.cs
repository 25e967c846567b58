namespace Aspire.Hosting.Kubernetes.Chart;

/// <summary>The content of <c>Chart.yaml</c>.</summary>
internal sealed class ChartDescription
{
    public string ApiVersion { get; } = "v2";

    public required string Name { get; init; }

    public required string Version { get; init; }

    public string KubeVersion { get; } = ">= 1.18.0-0";

    public required string Description { get; init; }

    public string Type { get; } = "application";

    public IReadOnlyList<string> Keywords { get; } = ["aspire", "kubernetes"];

    public required string AppVersion { get; init; }

    public bool Deprecated { get; }

    public static ChartDescription Of(KubernetesEnvironmentResource environment, string applicationName) => new()
    {
        Name = environment.Chart.Name ?? applicationName.ToLowerInvariant().Replace('_', '-').Replace('.', '-'),
        Version = environment.Chart.Version,
        Description = environment.Chart.Description,
        AppVersion = environment.Chart.Version,
    };
}
