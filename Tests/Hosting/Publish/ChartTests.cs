using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>A Helm chart, in the shape that Aspire gives it.</summary>
public sealed class ChartTests
{
    [Fact]
    public async Task Write_a_chart_has_a_folder_of_templates_for_each_resource()
    {
        using var chart = await WriteAsync();

        Assert.Equal(
            [
                "Chart.yaml",
                "templates/Price-List/config.yaml", "templates/Price-List/deployment.yaml", "templates/Price-List/service.yaml",
                "templates/cache/secrets.yaml", "templates/cache/service.yaml", "templates/cache/statefulset.yaml",
                "templates/shop/config.yaml", "templates/shop/deployment.yaml", "templates/shop/secrets.yaml", "templates/shop/service.yaml",
                "values.yaml",
            ],
            chart.Files);
    }

    [Fact]
    public async Task Write_a_chart_describes_itself()
    {
        using var chart = await WriteAsync();

        Assert.Equal(
            """
            apiVersion: "v2"
            name: "shop-apphost"
            version: "0.1.0"
            kubeVersion: ">= 1.18.0-0"
            description: "Aspire Helm Chart"
            type: "application"
            keywords:
              - "aspire"
              - "kubernetes"
            appVersion: "0.1.0"
            deprecated: false

            """,
            chart.Read("Chart.yaml"));
    }

    [Fact]
    public async Task Write_a_project_is_a_deployment()
    {
        using var chart = await WriteAsync();

        Assert.Equal(
            """
            ---
            apiVersion: "apps/v1"
            kind: "Deployment"
            metadata:
              name: "price-list-deployment"
              labels:
                app.kubernetes.io/name: "{{ .Chart.Name }}"
                app.kubernetes.io/component: "Price-List"
                app.kubernetes.io/instance: "{{ .Release.Name }}"
            spec:
              template:
                metadata:
                  labels:
                    app.kubernetes.io/name: "{{ .Chart.Name }}"
                    app.kubernetes.io/component: "Price-List"
                    app.kubernetes.io/instance: "{{ .Release.Name }}"
                spec:
                  containers:
                    - image: "{{ .Values.parameters.Price_List.Price_List_image }}"
                      name: "price-list"
                      envFrom:
                        - configMapRef:
                            name: "price-list-config"
                      ports:
                        - name: "http"
                          protocol: "TCP"
                          containerPort: {{ .Values.parameters.Price_List.port_http | int }}
                      imagePullPolicy: "IfNotPresent"
              selector:
                matchLabels:
                  app.kubernetes.io/name: "{{ .Chart.Name }}"
                  app.kubernetes.io/component: "Price-List"
                  app.kubernetes.io/instance: "{{ .Release.Name }}"
              replicas: 3
              revisionHistoryLimit: 3
              strategy:
                type: "RollingUpdate"
                rollingUpdate:
                  maxSurge: 1
                  maxUnavailable: 1

            """,
            chart.Read("templates/Price-List/deployment.yaml"));
    }

    [Fact]
    public async Task Write_a_cache_is_a_stateful_set_behind_its_service()
    {
        using var chart = await WriteAsync();
        var statefulSet = chart.Read("templates/cache/statefulset.yaml");

        Assert.Contains("  serviceName: \"cache-service\"\n", statefulSet, StringComparison.Ordinal);
        Assert.Contains("            - \"redis-server --requirepass $REDIS_PASSWORD --save 60 1\"\n", statefulSet, StringComparison.Ordinal);
        Assert.Contains("        - name: \"cache-data\"\n          emptyDir: {}\n", statefulSet, StringComparison.Ordinal);
        Assert.EndsWith(
            """
              ports:
                - name: "tcp"
                  protocol: "TCP"
                  port: 6379
                  targetPort: 6379

            """,
            chart.Read("templates/cache/service.yaml"),
            StringComparison.Ordinal);
    }

    private static Task<PublishedModel> WriteAsync() => PublishedModel.WriteChartAsync(static (builder, _) => ShopModel.Describe(builder));
}
