using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class ReferenceVariablesTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithReference_project_adds_discovery_and_address_of_each_endpoint()
    {
        var service = builder.AddProject<TestProject>("image-api");
        var app = builder.AddExecutable("app", "sh", ".").WithReference(service);

        // An endpoint that is added after the reference belongs to it too; its name is not a scheme.
        service.WithHttpEndpoint(name: "admin-page");
        var variables = await ResolveAsync(app.Resource, service.Resource);

        Assert.Equal(
            [
                ("IMAGE_API_ADMIN_PAGE", "http://localhost:5002"),
                ("IMAGE_API_HTTP", "http://localhost:5001"),
                ("IMAGE_API_HTTPS", "https://localhost:5000"),
                ("services__image-api__admin-page__0", "http://localhost:5002"),
                ("services__image-api__http__0", "http://localhost:5001"),
                ("services__image-api__https__0", "https://localhost:5000"),
            ],
            variables);
    }

    [Fact]
    public async Task WithReference_twice_gives_no_second_address()
    {
        var service = builder.AddProject<TestProject>("api", "http");
        var app = builder.AddExecutable("app", "sh", ".").WithReference(service.GetEndpoint("http")).WithReference(service.GetEndpoint("http"));

        Assert.Equal(
            [("API_HTTP", "http://localhost:5000"), ("services__api__http__0", "http://localhost:5000")],
            await ResolveAsync(app.Resource, service.Resource));
    }

    [Fact]
    public async Task WithReference_given_name_replaces_the_resource_name_and_keeps_its_case()
    {
        var service = builder.AddProject<TestProject>("api").WithEndpoint("https", static endpoint => endpoint.ExcludeReferenceEndpoint = true);
        var app = builder.AddExecutable("app", "sh", ".").WithReference(service, "my-Api");

        Assert.Equal(
            [("my_Api_HTTP", "http://localhost:5001"), ("services__my-Api__http__0", "http://localhost:5001")],
            await ResolveAsync(app.Resource, service.Resource));
    }

    [Fact]
    public async Task WithReference_uri_adds_default_service()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithReference("far", new Uri("https://example.org/"));

        Assert.Equal(
            [("far", "https://example.org/"), ("services__far__default__0", "https://example.org/")],
            await ResolveAsync(app.Resource, app.Resource));
    }

    [Fact]
    public void WithReference_uri_with_path_throws() =>
        Assert.Throws<InvalidOperationException>(() => builder.AddExecutable("app", "sh", ".").WithReference("far", new Uri("https://example.org/x")));

    [Fact]
    public async Task WithReference_redis_adds_connection_string_and_properties()
    {
        var cache = builder.AddRedis("my-cache", password: builder.AddParameter("password", "p@ss"));
        var app = builder.AddExecutable("app", "sh", ".").WithReference(cache);

        Assert.Equal(
            [
                ("ConnectionStrings__my-cache", "localhost:5000,password=p@ss"),
                ("MY_CACHE_HOST", "localhost"),
                ("MY_CACHE_PASSWORD", "p@ss"),
                ("MY_CACHE_PORT", "5000"),
                ("MY_CACHE_URI", "redis://:p%40ss@localhost:5000"),
            ],
            await ResolveAsync(app.Resource, cache.Resource));
    }

    [Fact]
    public async Task WithReference_empty_connection_name_adds_properties_without_prefix()
    {
        var cache = builder.AddRedis("cache", password: builder.AddParameter("password", "pw"));
        var app = builder.AddExecutable("app", "sh", ".").WithReference(cache, connectionName: string.Empty);

        Assert.Contains(("HOST", "localhost"), await ResolveAsync(app.Resource, cache.Resource));
    }

    [Fact]
    public void WithReference_implies_a_relationship_but_no_wait()
    {
        var service = builder.AddProject<TestProject>("api");
        var app = builder.AddExecutable("app", "sh", ".").WithReference(service);

        var relationship = Assert.Single(app.Resource.Annotations.OfType<ResourceRelationshipAnnotation>());
        Assert.Equal((service.Resource, "Reference"), (relationship.Resource, relationship.Type));
        Assert.Empty(app.Resource.Annotations.OfType<WaitAnnotation>());
    }

    [Theory]
    [InlineData("image-api", "image_api")]
    [InlineData("3d.viewer", "_3d_viewer")]
    public void Encode_name_gives_one_that_a_shell_can_set(string name, string expected) => Assert.Equal(expected, EnvironmentVariableName.Encode(name));

    private async Task<(string Name, string? Value)[]> ResolveAsync(IResource resource, IResource dependency)
    {
        ModelEnvironment.Allocate(dependency, 5000);
        var variables = await ModelEnvironment.ResolveAsync(builder, resource, CancellationToken);
        return [.. variables.Select(static variable => (variable.Key, variable.Value)).OrderBy(static variable => variable.Key, StringComparer.Ordinal)];
    }
}
