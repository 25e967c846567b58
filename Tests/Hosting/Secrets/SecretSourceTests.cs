using AppHost.Secrets;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Tests.Hosting.Secrets;

public sealed class SecretSourceTests : IDisposable
{
    private const string UserSecrets = "in the user secrets; to see it: dotnet user-secrets list --project AppHost";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secret-source-");
    private readonly ConfigurationManager configuration = new();

    [Fact]
    public void Describe_nothing_given_is_generated_and_kept_in_the_user_secrets() =>
        Assert.Equal(UserSecrets, SecretSource.Describe(configuration, "adminkey"));

    [Fact]
    public void Describe_kept_by_an_earlier_start_is_in_the_user_secrets()
    {
        AddJson("appsettings.json", "{}");
        AddJson("secrets.json", """{"Parameters:adminkey":"secret"}""");

        Assert.Equal(UserSecrets, SecretSource.Describe(configuration, "adminkey"));
    }

    [Fact]
    public void Describe_later_source_that_gives_it_is_named()
    {
        AddJson("secrets.json", """{"Parameters:adminkey":"secret"}""");
        configuration.AddCommandLine(["--Parameters:adminkey=given", "--Parameters:other="]);

        Assert.Equal("in the setting Parameters:adminkey that this AppHost was started with", SecretSource.Describe(configuration, "adminkey"));
    }

    [Fact]
    public void Describe_later_source_with_an_empty_value_gives_nothing()
    {
        AddJson("secrets.json", """{"Parameters:adminkey":"secret"}""");
        configuration.AddCommandLine(["--Parameters:adminkey="]);

        Assert.Equal(UserSecrets, SecretSource.Describe(configuration, "adminkey"));
    }

    public void Dispose()
    {
        configuration.Dispose();
        folder.Delete(recursive: true);
    }

    private void AddJson(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, content);
        configuration.AddJsonFile(path);
    }
}
