using Aspire.Hosting;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Publish;

/// <summary>A file of Docker Compose.</summary>
public sealed class ComposeTests
{
    private const string File =
        """
        services:
          cache:
            image: "docker.io/library/redis:8.6"
            command:
              - "-c"
              - "redis-server --requirepass $$REDIS_PASSWORD --save 60 1"
            entrypoint:
              - "/bin/sh"
            environment:
              REDIS_PASSWORD: "${CACHE_PASSWORD}"
            expose:
              - "6379"
            volumes:
              - "cache-data:/data"
            networks:
              - "aspire"
          price-list:
            image: "${PRICE_LIST_IMAGE}"
            environment:
              OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY: "in_memory"
              ASPNETCORE_FORWARDEDHEADERS_ENABLED: "true"
              HTTP_PORTS: "${PRICE_LIST_PORT}"
            expose:
              - "${PRICE_LIST_PORT}"
            networks:
              - "aspire"
          shop:
            image: "${SHOP_IMAGE}"
            environment:
              OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY: "in_memory"
              ASPNETCORE_FORWARDEDHEADERS_ENABLED: "true"
              HTTP_PORTS: "${SHOP_PORT}"
              ConnectionStrings__cache: "cache:6379,password=${CACHE_PASSWORD}"
              CACHE_HOST: "cache"
              CACHE_PORT: "6379"
              CACHE_PASSWORD: "${CACHE_PASSWORD}"
              CACHE_URI: "redis://:${CACHE_PASSWORD}@cache:6379"
              services__Price-List__http__0: "http://price-list:${PRICE_LIST_PORT}"
              PRICE_LIST_HTTP: "http://price-list:${PRICE_LIST_PORT}"
              PRICE_LIST_HTTPS: "https://price-list:${PRICE_LIST_PORT}"
              REGION: "${REGION}"
            ports:
              - "${SHOP_PORT}"
            depends_on:
              price-list:
                condition: "service_started"
            networks:
              - "aspire"
        networks:
          aspire:
            driver: "bridge"
        volumes:
          cache-data:
            driver: "local"

        """;

    [Fact]
    public async Task Write_a_file_has_each_resource_as_a_service()
    {
        using var published = await PublishedModel.WriteAsync(static builder =>
        {
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
            ShopModel.Describe(builder);
        });

        Assert.Equal([".env", "docker-compose.yaml"], published.Files);
        Assert.Equal(File, published.Read("docker-compose.yaml"));
    }

    [Fact]
    public async Task Write_the_variables_says_what_each_is()
    {
        using var published = await PublishedModel.WriteAsync(static builder =>
        {
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
            ShopModel.Describe(builder);
        });

        Assert.Equal(
            """
            # Parameter cache-password
            CACHE_PASSWORD=

            # Container image name for Price-List
            PRICE_LIST_IMAGE=price-list:latest

            # Default container port for Price-List
            PRICE_LIST_PORT=8080

            # Container image name for shop
            SHOP_IMAGE=shop:latest

            # Default container port for shop
            SHOP_PORT=8080

            # Parameter region
            REGION=north


            """,
            published.Read(".env"));
    }

    [Fact]
    public async Task Write_a_file_applies_what_the_model_changes_about_it()
    {
        using var published = await PublishedModel.WriteAsync(static builder =>
        {
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false).ConfigureComposeFile(static file => file.Name = "shop");
            builder.AddRedis("cache").PublishAsDockerComposeService(static (resource, service) => service.Restart = $"always {resource.Name}");
        });

        Assert.StartsWith("name: \"shop\"\n", published.Read("docker-compose.yaml"), StringComparison.Ordinal);
        Assert.Contains("    restart: \"always cache\"\n", published.Read("docker-compose.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Describe_a_service_without_an_environment_is_refused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishedModel.WriteAsync(static builder =>
            builder.AddRedis("cache").PublishAsDockerComposeService(static (_, _) => { })));

    [Fact]
    public async Task Write_a_file_is_valid_for_compose()
    {
        using var published = await PublishedModel.WriteAsync(static builder =>
        {
            builder.AddDockerComposeEnvironment("compose").WithDashboard(enabled: false);
            ShopModel.Describe(builder);
        });

        var (code, output) = await RunCommand.RunAsync(
            published.Folder, DeploymentTool.CheckJsonSchema, "", "--builtin-schema", "vendor.compose-spec", "docker-compose.yaml");
        Assert.True(code == 0, output);
    }
}
