using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>What whoever installs a chart may set, and what its containers are told.</summary>
public sealed class ChartValuesTests
{
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

    private static Task<PublishedModel> WriteAsync() => PublishedModel.WriteChartAsync(static (builder, _) => ShopModel.Describe(builder));
}
