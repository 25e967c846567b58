using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Tests.Fixtures;
using Xunit;

namespace Tests.Hosting.Model;

public sealed class EndpointHealthCheckTests : IAsyncLifetime
{
    private readonly WebApplication server = CreateServer();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await server.StartAsync(CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/status/200", null, HealthStatus.Healthy)]
    [InlineData("/status/503", null, HealthStatus.Unhealthy)]
    [InlineData("/status/204", null, HealthStatus.Unhealthy)]
    [InlineData("/status/204", 204, HealthStatus.Healthy)]
    public async Task CheckHealthAsync_compares_the_status_exactly(string path, int? expectedStatus, HealthStatus expected) =>
        Assert.Equal(expected, (await CheckAsync(path, expectedStatus, new Uri(server.Urls.Single()).Port)).Status);

    [Fact]
    public async Task CheckHealthAsync_nothing_listens_says_so()
    {
        var port = new Uri(server.Urls.Single()).Port;
        await server.StopAsync(CancellationToken);

        var result = await CheckAsync("/status/200", expectedStatus: null, port);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("does not answer", result.Description, StringComparison.Ordinal);
    }

    private static WebApplication CreateServer()
    {
        var application = OwnServer.CreateBuilder().Build();
        application.MapGet("/status/{status:int}", static (int status) => Results.StatusCode(status));
        return application;
    }

    private static async Task<HealthCheckResult> CheckAsync(string path, int? expectedStatus, int port)
    {
        var builder = ModelEnvironment.CreateBuilder();
        var app = builder.AddExecutable("app", "sh", ".").WithHttpEndpoint().WithHttpHealthCheck(path, expectedStatus).Resource;
        foreach (var endpoint in app.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "127.0.0.1", port);
        }

        await using var services = builder.Services.BuildServiceProvider();
        var key = app.Annotations.OfType<HealthCheckAnnotation>().Single().Key;
        var registration = services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations
            .Single(candidate => string.Equals(candidate.Name, key, StringComparison.Ordinal));
        return await registration.Factory(services).CheckHealthAsync(new HealthCheckContext { Registration = registration }, CancellationToken);
    }
}
