using Aspire.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Tests.Hosting.Model;

public class DistributedApplicationBuilderTests
{
    [Fact]
    public void Constructor_project_directory_decides_where_the_AppHost_is()
    {
        var builder = new DistributedApplicationBuilder(new DistributedApplicationOptions { ProjectDirectory = "/some/../apphost/" });

        Assert.Equal("/apphost", builder.AppHostDirectory);
        Assert.Equal("/apphost", builder.Configuration["AppHost:Directory"]);
        Assert.Equal(builder.AppHostPath, builder.Configuration["AppHost:Path"]);
        Assert.Matches("^[0-9A-F]{64}$", builder.Configuration["AppHost:Sha256"]);
    }

    [Fact]
    public void Constructor_metadata_of_the_assembly_decides_where_the_AppHost_is()
    {
        var builder = new DistributedApplicationBuilder(new DistributedApplicationOptions { AssemblyName = typeof(Projects.AppHost).Assembly.GetName().Name });

        Assert.Equal(Projects.AppHost.ProjectPath, builder.AppHostDirectory);
        Assert.Equal("AppHost.csproj", Path.GetFileName(builder.AppHostPath));
    }

    [Fact]
    public void Constructor_environment_argument_names_the_environment()
    {
        var builder = ModelEnvironment.CreateBuilder("--environment", "Staging");

        Assert.Equal("Staging", builder.Environment.EnvironmentName);
        Assert.True(builder.ExecutionContext.IsRunMode);
    }

    [Fact]
    public void Services_before_Build_throws() =>
        Assert.Throws<InvalidOperationException>(() => ModelEnvironment.CreateBuilder().ExecutionContext.Services);

    [Theory]
    [InlineData(false, "http://localhost:1", true)]
    [InlineData(false, "https://localhost:2;http://localhost:1", true)]
    [InlineData(false, "https://localhost:2", false)]
    [InlineData(true, "http://localhost:1", false)]
    public void Validate_plain_address_has_to_be_asked_for(bool isAllowed, string address, bool isFailure)
    {
        var options = new DistributedApplicationOptions { AllowUnsecuredTransport = isAllowed, Args = ["--ASPNETCORE_URLS", address] };
        var validator = new TransportOptionsValidator(new DistributedApplicationBuilder(options).Configuration, options);

        Assert.Equal(isFailure, validator.Validate(Options.DefaultName, new TransportOptions()).Failed);
    }
}
