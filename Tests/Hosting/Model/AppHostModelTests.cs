#pragma warning disable ASPIREPROBES001 // The AppHost has probes.
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class AppHostModelTests
{
    private readonly DistributedApplicationBuilder builder = AppHostModel.Read();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("inference", 8082)]
    [InlineData("api", 8081)]
    [InlineData("web", 8080)]
    public void Service_has_its_port_and_three_probes(string name, int port)
    {
        var service = builder.CreateResourceBuilder<ProjectResource>(name).Resource;

        Assert.Equal(port, service.GetEndpoint("http").EndpointAnnotation.Port);
        Assert.Equal(
            [(ProbeType.Startup, "/health/startup"), (ProbeType.Readiness, "/health/ready"), (ProbeType.Liveness, "/health/live")],
            service.Annotations.OfType<EndpointProbeAnnotation>().Select(static probe => (probe.Type, probe.Path)));
        Assert.Equal(string.Equals(name, "web", StringComparison.Ordinal), service.GetEndpoint("http").EndpointAnnotation.IsExternal);
    }

    [Theory]
    [InlineData("inference", "")]
    [InlineData("api", "inference")]
    [InlineData("web", "api")]
    public void Service_waits_for_the_one_below_and_never_for_the_cache(string name, string expected)
    {
        var waits = builder.CreateResourceBuilder<ProjectResource>(name).Resource.Annotations.OfType<WaitAnnotation>();

        Assert.Equal(expected, string.Join(' ', waits.Select(static wait => wait.Resource.Name)));
    }

    [Fact]
    public async Task Api_gets_cache_inference_and_the_administrator_key()
    {
        builder.Configuration["Parameters:adminkey"] = "the key";
        builder.Configuration["Parameters:cache-password"] = "secret";
        foreach (var (index, resource) in builder.Resources.Index())
        {
            ModelEnvironment.Allocate(resource, 9000 + index);
        }

        var api = builder.CreateResourceBuilder<ProjectResource>("api").Resource;
        var variables = await ModelEnvironment.ResolveAsync(builder, api, CancellationToken);

        Assert.Matches("^localhost:90.., *password=secret$", variables["ConnectionStrings__cache"]);
        Assert.StartsWith("http://localhost:90", variables["services__inference__http__0"], StringComparison.Ordinal);
        Assert.Equal(("the key", "admin"), (variables["Security__ApiKeys__0__Key"], variables["Security__ApiKeys__0__Name"]));
        Assert.Equal(("analyze", "admin"), (variables["Security__ApiKeys__0__Roles__0"], variables["Security__ApiKeys__0__Roles__1"]));
        Assert.True(builder.CreateResourceBuilder<ParameterResource>("adminkey").Resource.Secret);
    }

    [Fact]
    public void Assembly_names_what_each_service_was_built_to()
    {
        foreach (var metadata in builder.Resources.SelectMany(static resource => resource.Annotations.OfType<IProjectMetadata>()))
        {
            var output = AppHostMetadata.Find(builder.AppHostAssembly, AppHostMetadata.ProjectOutputPrefix + metadata.ProjectPath);

            Assert.True(File.Exists(output), $"{metadata.ProjectPath} -> {output}");
        }
    }
}
