using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class EndpointReferenceTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetValueAsync_before_allocation_waits_for_it()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint();
        var value = app.GetEndpoint("http").GetValueAsync(CancellationToken).AsTask();
        Assert.False(value.IsCompleted);

        ModelEnvironment.Allocate(app.Resource, 5000);

        Assert.Equal("http://localhost:5000", await value);
    }

    [Fact]
    public async Task GetValueAsync_reference_taken_before_the_endpoint_resolves()
    {
        var app = builder.AddExecutable("app", "sh", ".");
        var endpoint = app.GetEndpoint("http");
        Assert.False(endpoint.Exists);

        app.WithHttpEndpoint();
        ModelEnvironment.Allocate(app.Resource, 5000);

        Assert.Equal("5000", await endpoint.Property(EndpointProperty.Port).GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task GetValueAsync_failed_allocation_throws_its_reason()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint();
        var value = app.GetEndpoint("http").GetValueAsync(CancellationToken).AsTask();

        app.GetEndpoint("http").EndpointAnnotation.TryFailAllocation(new DistributedApplicationException("port in use"));

        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => value);
        Assert.Equal("port in use", exception.Message);
    }

    [Fact]
    public async Task GetValueAsync_cancelled_stops_waiting()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(CancellationToken);
        var value = app.GetEndpoint("http").GetValueAsync(cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => value);
    }

    [Fact]
    public void Url_before_allocation_throws()
    {
        var endpoint = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint().GetEndpoint("http");

        Assert.False(endpoint.IsAllocated);
        Assert.Throws<InvalidOperationException>(() => endpoint.Url);
    }

    [Fact]
    public void Scheme_of_undefined_endpoint_throws()
    {
        var endpoint = builder.AddExecutable("app", "sh", ".").GetEndpoint("nothing");

        Assert.Contains("`nothing`", Assert.Throws<InvalidOperationException>(() => endpoint.Scheme).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EndpointProperty.Url, "https://localhost:5000")]
    [InlineData(EndpointProperty.Host, "localhost")]
    [InlineData(EndpointProperty.IPV4Host, "127.0.0.1")]
    [InlineData(EndpointProperty.Port, "5000")]
    [InlineData(EndpointProperty.Scheme, "https")]
    [InlineData(EndpointProperty.HostAndPort, "localhost:5000")]
    [InlineData(EndpointProperty.TlsEnabled, "True")]
    [InlineData(EndpointProperty.TargetPort, "6000")]
    public async Task Property_of_allocated_endpoint_has_value(EndpointProperty property, string expected)
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpsEndpoint(targetPort: 6000);
        ModelEnvironment.Allocate(app.Resource, 5000);

        Assert.Equal(expected, await app.GetEndpoint("https").Property(property).GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task TargetPort_differs_between_replicas_and_is_passed_by_env()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint(env: "PORT");
        foreach (var port in new[] { 7001, 7002 })
        {
            var replica = new ReplicaContext("abcdefgh", new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["http"] = port });
            var variables = await ModelEnvironment.ResolveAsync(builder, app.Resource, CancellationToken, replica);

            Assert.Equal($"{port}", variables["PORT"]);
        }
    }

    [Fact]
    public void WithEndpoint_existing_name_updates_what_is_given()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint(port: 80).WithEndpoint(scheme: "http", targetPort: 8080, isExternal: true);

        var endpoint = Assert.Single(app.Resource.Annotations.OfType<EndpointAnnotation>());
        Assert.Equal((80, 8080, true), (endpoint.Port, endpoint.TargetPort, endpoint.IsExternal));
    }

    [Fact]
    public void WithExternalHttpEndpoints_flags_only_those_that_exist()
    {
        var app = builder.AddExecutable("app", "sh", ".")
            .WithHttpEndpoint()
            .WithEndpoint(name: "raw")
            .WithExternalHttpEndpoints()
            .WithHttpsEndpoint();

        var external = app.Resource.Annotations.OfType<EndpointAnnotation>().Where(static endpoint => endpoint.IsExternal);
        Assert.Equal("http", Assert.Single(external).Name);
    }
}
