using Aspire.Hosting;
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
    public async Task Write_the_values_has_a_section_for_each_resource()
    {
        using var chart = await WriteAsync();

        Assert.Equal(
            """
            parameters:
              Price_List:
                Price_List_image: "price-list:latest"
                port_http: 8080
              shop:
                shop_image: "shop:latest"
                port_http: 8080
            secrets:
              cache:
                cache_password: ""
                REDIS_PASSWORD: ""
              shop:
                cache_password: ""
                ConnectionStrings__cache: ""
                CACHE_PASSWORD: ""
                CACHE_URI: ""
            config:
              Price_List:
                OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY: "in_memory"
                ASPNETCORE_FORWARDEDHEADERS_ENABLED: "true"
                HTTP_PORTS: ""
              shop:
                OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY: "in_memory"
                ASPNETCORE_FORWARDEDHEADERS_ENABLED: "true"
                HTTP_PORTS: ""
                CACHE_HOST: "cache-service"
                CACHE_PORT: "6379"
                services__Price_List__http__0: ""
                PRICE_LIST_HTTP: ""
                PRICE_LIST_HTTPS: ""
                region: "north"
                REGION: ""

            """,
            chart.Read("values.yaml"));
    }

    [Fact]
    public async Task Write_variables_keeps_what_contains_a_secret_apart()
    {
        using var chart = await WriteAsync();

        Assert.EndsWith(
            """
            data:
              OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY: "{{ .Values.config.shop.OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY }}"
              ASPNETCORE_FORWARDEDHEADERS_ENABLED: "{{ .Values.config.shop.ASPNETCORE_FORWARDEDHEADERS_ENABLED }}"
              HTTP_PORTS: "{{ .Values.parameters.shop.port_http }}"
              CACHE_HOST: "{{ .Values.config.shop.CACHE_HOST }}"
              CACHE_PORT: "{{ .Values.config.shop.CACHE_PORT }}"
              services__Price-List__http__0: "http://price-list-service:{{ .Values.parameters.Price_List.port_http }}"
              PRICE_LIST_HTTP: "http://price-list-service:{{ .Values.parameters.Price_List.port_http }}"
              PRICE_LIST_HTTPS: "https://price-list-service:{{ .Values.parameters.Price_List.port_http }}"
              REGION: "{{ .Values.config.shop.region }}"

            """,
            chart.Read("templates/shop/config.yaml"),
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
            stringData:
              ConnectionStrings__cache: "cache-service:6379,password={{ .Values.secrets.shop.cache_password }}"
              CACHE_PASSWORD: "{{ .Values.secrets.shop.cache_password }}"
              CACHE_URI: "redis://:{{ .Values.secrets.shop.cache_password | urlquery }}@cache-service:6379"
            type: "Opaque"

            """,
            chart.Read("templates/shop/secrets.yaml"),
            StringComparison.Ordinal);
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

    private static Task<PublishedModel> WriteAsync() => PublishedModel.WriteAsync(static builder =>
    {
        builder.AddKubernetesEnvironment("k8s").WithDashboard(enabled: false);
        ShopModel.Describe(builder);
    });
}
