using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Xunit;

namespace Tests.Hosting.Model;

public class ParameterTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--Parameters:api-key=configured")]
    [InlineData("--Parameters:api_key=configured")]
    public async Task GetValueAsync_configured_is_found_with_either_spelling(string argument)
    {
        var parameter = ModelEnvironment.CreateBuilder(argument).AddParameter("api-key", new GenerateParameterDefault { MinLength = 8 });

        Assert.Equal("configured", await parameter.Resource.GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task GetValueAsync_nothing_configured_throws()
    {
        var parameter = ModelEnvironment.CreateBuilder().AddParameter("api-key").Resource;

        var exception = await Assert.ThrowsAsync<MissingParameterValueException>(() => parameter.GetValueAsync(CancellationToken).AsTask());
        Assert.Contains("Parameters:api-key", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetValueAsync_given_value_ignores_configuration()
    {
        var parameter = ModelEnvironment.CreateBuilder("--Parameters:mode=configured").AddParameter("mode", "given");

        Assert.Equal("given", await parameter.Resource.GetValueAsync(CancellationToken));
    }

    [Fact]
    public async Task GetValueAsync_other_configuration_key_is_read()
    {
        var parameter = ModelEnvironment.CreateBuilder("--OPENAI_API_KEY=k").AddParameterFromConfiguration("key", "OPENAI_API_KEY", secret: true);

        Assert.Equal("k", await parameter.Resource.GetValueAsync(CancellationToken));
        Assert.True(parameter.Resource.Secret);
    }

    [Fact]
    public async Task GetValueAsync_generated_stays_the_same_within_a_run()
    {
        var parameter = ModelEnvironment.CreateBuilder().AddParameter("key", new GenerateParameterDefault { MinLength = 8 }).Resource;

        Assert.Equal(await parameter.GetValueAsync(CancellationToken), await parameter.GetValueAsync(CancellationToken));
    }

    [Fact]
    public void AddParameter_secret_as_published_default_throws() =>
        Assert.Throws<ArgumentException>(() => ModelEnvironment.CreateBuilder().AddParameter("key", "value", publishValueAsDefault: true, secret: true));

    [Fact]
    public async Task CreateDefaultPasswordParameter_password_has_22_plain_characters_and_is_no_resource()
    {
        var builder = ModelEnvironment.CreateBuilder();
        var parameter = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, "cache-password", special: false);

        Assert.Matches("^[a-zA-Z0-9]{22}$", await parameter.GetValueAsync(CancellationToken));
        Assert.Empty(builder.Resources.OfType<ParameterResource>());
    }
}
