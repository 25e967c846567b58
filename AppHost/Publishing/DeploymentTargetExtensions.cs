using AppHost.Kubernetes;

namespace AppHost.Publishing;

internal static class DeploymentTargetExtensions
{
    private const string Setting = "Deployment:Target";

    /// <summary>
    /// Says where the system is published to: a cluster, unless <c>--Deployment:Target</c> or a publisher says otherwise. Resources
    /// can only be described for a target that is there, so this comes before them. A local run has none of it.
    /// </summary>
    public static IDistributedApplicationBuilder AddDeployment(this IDistributedApplicationBuilder builder)
    {
        switch (builder.Target())
        {
            case DeploymentTarget.Kubernetes:
                builder.AddKubernetesEnvironment("kubernetes")
                    .WithDashboard(enabled: false)
                    .WithHelm(static chart => chart
                        .WithChartName("vision")
                        .WithChartVersion(ChartVersion())
                        .WithChartDescription("Image understanding: labels, objects, faces, text and more, by a page and a REST API"))
                    .WithProperties(static cluster =>
                    {
                        cluster.DefaultStorageType = "pvc";
                        cluster.DefaultStorageSize = ChartValue.Text("cache", "storage_size", "1Gi");
                    });
                break;
            case DeploymentTarget.Compose:
                builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
                break;
        }

        return builder;
    }

    public static bool IsPublishedTo(this IDistributedApplicationBuilder builder, DeploymentTarget target) =>
        builder.ExecutionContext.IsPublishMode && builder.Target() == target;

    private static DeploymentTarget Target(this IDistributedApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is { } target)
        {
            return Enum.TryParse<DeploymentTarget>(target, ignoreCase: true, out var named)
                ? named
                : throw new DistributedApplicationException(
                    $"{Setting} is '{target}'. It is one of {string.Join(", ", Enum.GetNames<DeploymentTarget>()).ToLowerInvariant()}.");
        }

        return builder.Configuration["Publishing:Publisher"] is null ? DeploymentTarget.Kubernetes : DeploymentTarget.Manifest;
    }

    private static string ChartVersion() => typeof(DeploymentTargetExtensions).Assembly.GetName().Version!.ToString(fieldCount: 3);
}
