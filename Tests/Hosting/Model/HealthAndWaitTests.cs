using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class HealthAndWaitTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    [Fact]
    public void WithHttpHealthCheck_prefers_https()
    {
        var project = builder.AddProject<TestProject>("web").WithHttpHealthCheck("/health");

        Assert.Equal("web_https_/health_200_check", Assert.Single(project.Resource.Annotations.OfType<HealthCheckAnnotation>()).Key);
    }

    [Fact]
    public void WithHttpHealthCheck_missing_endpoint_throws()
    {
        var app = builder.AddExecutable("app", "sh", ".");

        Assert.Throws<DistributedApplicationException>(() => app.WithHttpHealthCheck());
    }

    [Fact]
    public void WithHttpHealthCheck_endpoint_that_is_not_http_throws()
    {
        var app = builder.AddExecutable("app", "sh", ".").WithEndpoint(name: "raw");

        Assert.Throws<DistributedApplicationException>(() => app.WithHttpHealthCheck(endpointName: "raw"));
    }

    [Fact]
    public void WaitFor_itself_throws()
    {
        var app = builder.AddExecutable("app", "sh", ".");

        Assert.Throws<DistributedApplicationException>(() => app.WaitFor(app));
    }

    [Fact]
    public void WaitFor_implies_a_relationship_but_no_variables()
    {
        var cache = builder.AddRedis("cache");
        var app = builder.AddExecutable("app", "sh", ".").WaitFor(cache).WaitForCompletion(cache, exitCode: 2);

        Assert.Equal(
            [(WaitType.WaitUntilHealthy, 0, null), (WaitType.WaitForCompletion, 2, null)],
            app.Resource.Annotations.OfType<WaitAnnotation>().Select(static wait => (wait.WaitType, wait.ExitCode, wait.WaitBehavior)));
        Assert.All(app.Resource.Annotations.OfType<ResourceRelationshipAnnotation>(), static relationship => Assert.Equal("WaitFor", relationship.Type));
        Assert.Empty(app.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>());
    }
}
