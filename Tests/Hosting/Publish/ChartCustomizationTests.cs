using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Kubernetes.Resources;
using Tests.Hosting.Model;
using Xunit;

#pragma warning disable ASPIREPROBES001 // The probes are what is looked at.

namespace Tests.Hosting.Publish;

/// <summary>What a model says about its chart beyond its resources.</summary>
public sealed class ChartCustomizationTests
{
    [Fact]
    public async Task Name_the_chart_replaces_what_is_usual()
    {
        using var chart = await PublishedModel.WriteChartAsync(static (_, cluster) =>
            cluster.WithHelm(static helm => helm.WithChartName("till").WithChartVersion("2.3.4").WithChartDescription("Sells")));

        var description = chart.Read("Chart.yaml");
        Assert.Contains("name: \"till\"\nversion: \"2.3.4\"\n", description, StringComparison.Ordinal);
        Assert.Contains("description: \"Sells\"\n", description, StringComparison.Ordinal);
        Assert.Equal("parameters: {}\nsecrets: {}\nconfig: {}\n", chart.Read("values.yaml"));
    }

    [Fact]
    public async Task Add_an_autoscaler_writes_what_is_set_and_nothing_else()
    {
        using var chart = await PublishedModel.WriteChartAsync(static (builder, _) => builder.AddProject<TestProject>("shop").PublishAsKubernetesService(static shop =>
        {
            var deployment = (Aspire.Hosting.Kubernetes.Resources.Deployment)shop.Workload!;
            deployment.Spec.Replicas = null;
            shop.AdditionalResources.Add(new HorizontalPodAutoscalerV2
            {
                Metadata = { Name = "shop-hpa" },
                Spec =
                {
                    MinReplicas = 1,
                    MaxReplicas = 4,
                    Behavior = null!,
                    ScaleTargetRef = new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = deployment.Metadata.Name, Metadata = null! },
                    Metrics =
                    {
                        new MetricSpecV2
                        {
                            Type = "Resource",
                            ContainerResource = null!,
                            External = null!,
                            Pods = null!,
                            Object = null!,
                            Resource = new() { Name = "cpu", Target = new() { Type = "Utilization", AverageUtilization = 70 } },
                        },
                    },
                },
            });
        }));

        Assert.DoesNotContain("replicas:", chart.Read("templates/shop/deployment.yaml"), StringComparison.Ordinal);
        Assert.Equal(
            """
            ---
            apiVersion: "autoscaling/v2"
            kind: "HorizontalPodAutoscaler"
            metadata:
              name: "shop-hpa"
              labels:
                app.kubernetes.io/name: "{{ .Chart.Name }}"
                app.kubernetes.io/component: "shop"
                app.kubernetes.io/instance: "{{ .Release.Name }}"
            spec:
              scaleTargetRef:
                apiVersion: "apps/v1"
                kind: "Deployment"
                name: "shop-deployment"
              minReplicas: 1
              maxReplicas: 4
              metrics:
                - type: "Resource"
                  resource:
                    name: "cpu"
                    target:
                      type: "Utilization"
                      averageUtilization: 70

            """,
            chart.Read("templates/shop/hpa.yaml"));
    }

    [Fact]
    public async Task Add_probes_writes_them_as_Aspire_does_with_the_scheme_in_lower_case()
    {
        using var chart = await PublishedModel.WriteChartAsync(static (builder, _) => builder.AddProject<TestProject>("shop")
            .WithHttpProbe(ProbeType.Liveness, "/alive", periodSeconds: 7, endpointName: "http"));

        Assert.Contains(
            """
                      livenessProbe:
                        httpGet:
                          path: "/alive"
                          port: {{ .Values.parameters.shop.port_http | int }}
                          scheme: "http"
                        initialDelaySeconds: 5
                        periodSeconds: 7
                        timeoutSeconds: 1
                        failureThreshold: 3
                        successThreshold: 1

            """,
            chart.Read("templates/shop/deployment.yaml"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emptyDir", "emptyDir: {}")]
    [InlineData("hostPath", "hostPath:\n            path: \"/data\"")]
    [InlineData("pvc", "persistentVolumeClaim:\n            claimName: \"cache-cache-data-pvc\"")]
    public async Task Choose_a_storage_type_decides_what_a_volume_is(string type, string expected)
    {
        using var chart = await PublishedModel.WriteChartAsync((builder, cluster) =>
        {
            cluster.WithProperties(properties =>
            {
                properties.DefaultStorageType = type;
                properties.DefaultStorageSize = "3Gi";
            });
            builder.AddRedis("cache").WithDataVolume("cache-data");
        });

        Assert.Contains(expected, chart.Read("templates/cache/statefulset.yaml"), StringComparison.Ordinal);
        Assert.Equal(type == "pvc", chart.Files.Contains("templates/cache/cache-data-pvc.yaml", StringComparer.Ordinal));
    }

    [Fact]
    public async Task Mount_a_folder_of_this_machine_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => PublishedModel.WriteChartAsync(static (builder, _) =>
            builder.AddRedis("cache").WithAnnotation(new ContainerMountAnnotation("/here", "/there", ContainerMountType.BindMount, isReadOnly: false))));

        Assert.Equal("'cache' mounts a folder of this machine, which a cluster does not have.", exception.Message);
    }

    [Fact]
    public async Task Expose_an_endpoint_without_a_port_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => PublishedModel.WriteChartAsync(static (builder, _) =>
            builder.AddProject<TestProject>("shop").WithAnnotation(new EndpointAnnotation(ProtocolType.Tcp, name: "admin"))));

        Assert.Equal("The endpoint 'admin' of 'shop' needs a target port to be published.", exception.Message);
    }

    [Fact]
    public async Task Describe_a_service_without_an_environment_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishedModel.WriteAsync(static builder =>
            builder.AddProject<TestProject>("shop").PublishAsKubernetesService(static _ => { })));
}
