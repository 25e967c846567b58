using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class ResourceNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("image-api2")]
    [InlineData("ABC")]
    public void Constructor_valid_name_keeps_it(string name) => Assert.Equal(name, new ContainerResource(name).Name);

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("ä")]
    public void Constructor_invalid_name_throws(string name) => Assert.Throws<ArgumentException>(() => new ContainerResource(name));

    [Fact]
    public void Constructor_name_of_65_characters_throws() =>
        Assert.Throws<ArgumentException>(() => new ContainerResource(new string('a', 65)));

    [Fact]
    public void Constructor_invalid_endpoint_name_throws() =>
        Assert.Throws<ArgumentException>(() => ModelEnvironment.CreateBuilder().AddExecutable("app", "sh", ".").WithHttpEndpoint(name: "not_valid"));

    [Fact]
    public void AddResource_same_name_in_other_case_throws()
    {
        var builder = ModelEnvironment.CreateBuilder();
        builder.AddResource(new ContainerResource("cache"));

        Assert.Throws<DistributedApplicationException>(() => builder.AddResource(new ContainerResource("Cache")));
    }

    [Fact]
    public void TryCreateResourceBuilder_other_case_finds_resource()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var cache = builder.AddResource(new ContainerResource("cache")).Resource;

        Assert.True(builder.TryCreateResourceBuilder<ContainerResource>("CACHE", out var found));
        Assert.Same(cache, found.Resource);
        Assert.False(builder.TryCreateResourceBuilder<ProjectResource>("cache", out _));
    }
}
