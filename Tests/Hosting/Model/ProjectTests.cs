using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class ProjectTests
{
    private static readonly ReplicaContext Replica = new(
        "abcdefgh",
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["http"] = 41, ["https"] = 42, ["http2"] = 43 });

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public void AddProject_first_launchable_profile_gives_endpoints()
    {
        var project = ModelEnvironment.CreateBuilder().AddProject<TestProject>("web");

        Assert.Equal(
            [("https", "https", 7001), ("http", "http", 5001)],
            project.Resource.Annotations.OfType<EndpointAnnotation>().Select(static endpoint => (endpoint.Name, endpoint.UriScheme, endpoint.Port!.Value)));
    }

    [Fact]
    public void AddProject_profile_of_the_AppHost_is_preferred_and_numbers_further_addresses()
    {
        var project = ModelEnvironment.CreateBuilder("--DOTNET_LAUNCH_PROFILE=http").AddProject<TestProject>("web");

        Assert.Equal(
            [("http", 5001), ("http2", 5002)],
            project.Resource.Annotations.OfType<EndpointAnnotation>().Select(static endpoint => (endpoint.Name, endpoint.Port!.Value)));
    }

    [Fact]
    public void AddProject_unknown_profile_throws() =>
        Assert.Throws<DistributedApplicationException>(() => ModelEnvironment.CreateBuilder().AddProject<TestProject>("web", "other"));

    [Fact]
    public async Task AddProject_profile_variables_yield_to_WithEnvironment()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var project = builder.AddProject<TestProject>("web").WithEnvironment("FROM_PROFILE", "model");
        ModelEnvironment.Allocate(project.Resource, 8000);

        var variables = await ModelEnvironment.ResolveAsync(builder, project.Resource, CancellationToken, Replica);

        Assert.Equal("model", variables["FROM_PROFILE"]);
        Assert.Equal("Development", variables["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal("secure", variables["DOTNET_LAUNCH_PROFILE"]);
    }

    [Fact]
    public async Task AddProject_listens_on_target_ports_and_redirects_to_the_public_one()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var project = builder.AddProject<TestProject>("web");
        ModelEnvironment.Allocate(project.Resource, 8000);

        var variables = await ModelEnvironment.ResolveAsync(builder, project.Resource, CancellationToken, Replica);

        Assert.Equal("https://localhost:42;http://localhost:41", variables["ASPNETCORE_URLS"]);
        Assert.Equal("8000", variables["ASPNETCORE_HTTPS_PORT"]);
    }

    [Fact]
    public async Task AddProject_without_profile_has_telemetry_only()
    {
        var builder = ModelEnvironment.CreateBuilder("--environment=Production");
        var project = builder.AddProject<TestProject>("web", launchProfileName: null);

        var variables = await ModelEnvironment.ResolveAsync(builder, project.Resource, CancellationToken, Replica);

        Assert.Empty(project.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.DoesNotContain("ASPNETCORE_URLS", variables.Keys, StringComparer.Ordinal);
        Assert.DoesNotContain("OTEL_TRACES_SAMPLER", variables.Keys, StringComparer.Ordinal);
        Assert.Equal("web", variables["OTEL_SERVICE_NAME"]);
        Assert.Equal("service.instance.id=abcdefgh", variables["OTEL_RESOURCE_ATTRIBUTES"]);
        Assert.Equal(("http://localhost:18889", "grpc"), (variables["OTEL_EXPORTER_OTLP_ENDPOINT"], variables["OTEL_EXPORTER_OTLP_PROTOCOL"]));
    }

    [Fact]
    public async Task AddProject_http_telemetry_only_uses_protobuf_over_http_with_the_key()
    {
        var builder = ModelEnvironment.CreateBuilder(
            "--environment=Development",
            "--ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL=http://localhost:4318",
            "--AppHost:OtlpApiKey=key");
        var project = builder.AddProject<TestProject>("web", launchProfileName: null);

        var variables = await ModelEnvironment.ResolveAsync(builder, project.Resource, CancellationToken, Replica);

        Assert.Equal(("http://localhost:4318", "http/protobuf"), (variables["OTEL_EXPORTER_OTLP_ENDPOINT"], variables["OTEL_EXPORTER_OTLP_PROTOCOL"]));
        Assert.Equal("x-otlp-api-key=key", variables["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("1000", variables["OTEL_BSP_SCHEDULE_DELAY"]);
    }

    [Fact]
    public void WithReplicas_last_call_wins()
    {
        var project = ModelEnvironment.CreateBuilder().AddProject<TestProject>("web").WithReplicas(2).WithReplicas(3);

        Assert.Equal(3, project.Resource.GetReplicaCount());
    }
}
