using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

/// <summary>What the AppHost gives the engine for captions.</summary>
public class CaptioningTests
{
    [Fact]
    public async Task Engine_gets_the_endpoint_that_is_configured_and_the_key_as_a_secret()
    {
        var builder = AppHostModel.Read(
            "--Captioning:Endpoint=http://localhost:11434/v1", "--Captioning:Model=llava", "--Captioning:ApiKey=the key");
        var variables = await VariablesAsync(builder);

        Assert.Equal("http://localhost:11434/v1", variables["Captioning__Endpoint"]);
        Assert.Equal("llava", variables["Captioning__Model"]);
        Assert.Equal("the key", variables["Captioning__ApiKey"]);
        Assert.True(builder.CreateResourceBuilder<ParameterResource>("captioning-key").Resource.Secret);
        Assert.False(builder.CreateResourceBuilder<ParameterResource>("captioning-endpoint").Resource.Secret);
    }

    [Fact]
    public async Task Engine_gets_no_key_where_none_is_configured()
    {
        var builder = AppHostModel.Read("--Captioning:Endpoint=http://localhost:11434/v1", "--Captioning:Model=llava");

        Assert.DoesNotContain("Captioning__ApiKey", (await VariablesAsync(builder)).Keys);
        Assert.DoesNotContain(builder.Resources, static resource => resource.Name == "captioning-key");
    }

    [Fact]
    public async Task Engine_gets_nothing_and_nobody_is_asked_where_nothing_is_configured()
    {
        var builder = AppHostModel.Read();

        Assert.DoesNotContain((await VariablesAsync(builder)).Keys, static name => name.StartsWith("Captioning", StringComparison.Ordinal));
        Assert.DoesNotContain(builder.Resources, static resource => resource.Name.StartsWith("captioning", StringComparison.Ordinal));
    }

    private static async Task<Dictionary<string, string?>> VariablesAsync(DistributedApplicationBuilder builder)
    {
        builder.Configuration["Parameters:cache-password"] = "secret";
        foreach (var (index, resource) in builder.Resources.Index())
        {
            ModelEnvironment.Allocate(resource, 9000 + index);
        }

        var engine = builder.CreateResourceBuilder<ProjectResource>("inference").Resource;
        return await ModelEnvironment.ResolveAsync(builder, engine, TestContext.Current.CancellationToken);
    }
}
