#pragma warning disable ASPIREPROBES001 // The probes are what is tested here.
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class HttpProbeTests
{
    private readonly DistributedApplicationBuilder builder = ModelEnvironment.CreateBuilder();

    [Fact]
    public void WithHttpProbe_registers_a_health_check_of_the_same_path()
    {
        var project = builder.AddProject<TestProject>("web").WithHttpProbe(ProbeType.Readiness, "/ready", periodSeconds: 9, endpointName: "http");

        var probe = Assert.Single(project.Resource.Annotations.OfType<EndpointProbeAnnotation>());
        Assert.Equal((ProbeType.Readiness, "/ready", 5, 9, 1, 3, 1), (probe.Type, probe.Path, probe.InitialDelaySeconds, probe.PeriodSeconds, probe.TimeoutSeconds, probe.FailureThreshold, probe.SuccessThreshold));
        Assert.Equal("web_http_/ready_200_check", Assert.Single(project.Resource.Annotations.OfType<HealthCheckAnnotation>()).Key);
    }

    [Fact]
    public void WithHttpProbe_two_probes_with_one_path_collide()
    {
        var project = builder.AddProject<TestProject>("web").WithHttpProbe(ProbeType.Readiness, "/health", endpointName: "http");

        var exception = Assert.Throws<DistributedApplicationException>(() => project.WithHttpProbe(ProbeType.Liveness, "/health", endpointName: "http"));
        Assert.Contains("already has a health check with key", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithHttpProbe_and_health_check_with_one_path_collide()
    {
        var project = builder.AddProject<TestProject>("web").WithHttpHealthCheck("/health");

        Assert.Throws<DistributedApplicationException>(() => project.WithHttpProbe(ProbeType.Liveness, "/health"));
    }

    [Fact]
    public void WithHttpProbe_second_of_a_type_replaces_the_first()
    {
        var project = builder.AddProject<TestProject>("web").WithHttpProbe(ProbeType.Readiness, "/a").WithHttpProbe(ProbeType.Readiness, "/b");

        Assert.Equal("/b", Assert.Single(project.Resource.Annotations.OfType<EndpointProbeAnnotation>()).Path);
    }
}
