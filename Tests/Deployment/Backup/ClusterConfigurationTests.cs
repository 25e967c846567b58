using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Backup;

/// <summary>The configuration as the real kubectl reads it.</summary>
public sealed class ClusterConfigurationTests : IAsyncLifetime
{
    private readonly DirectoryInfo store = Directory.CreateTempSubdirectory("configuration-");
    private ClusterServer cluster = null!;

    public async ValueTask InitializeAsync() => cluster = await ClusterServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        store.Delete(recursive: true);
    }

    [Fact]
    public async Task Save_of_a_release_keeps_what_was_applied_and_no_value_of_a_Secret()
    {
        var digest = await SaveAsync();
        var version = Path.Combine(store.FullName, "versions", digest);
        using var config = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(version, "configmaps", "api-config.json"), TestContext.Current.CancellationToken));
        Assert.Equal("00:00:30", config.RootElement.GetProperty("data").GetProperty("Deadline__Maximum").GetString());
        Assert.Equal(
            ["labels", "name", "namespace"],
            config.RootElement.GetProperty("metadata").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            "api-secrets Opaque 2 values\n",
            await File.ReadAllTextAsync(Path.Combine(version, "secrets.txt"), TestContext.Current.CancellationToken));
        Assert.Contains(
            cluster.Questions,
            static question => question.Contains("labelSelector=app.kubernetes.io%2Finstance%3Dvision", StringComparison.Ordinal));
        Assert.All(
            Directory.EnumerateFiles(store.FullName, "*", SearchOption.AllDirectories),
            static file => Assert.DoesNotContain(ClusterServer.SecretValue, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_after_a_change_that_the_server_alone_has_made_is_no_new_version()
    {
        var digest = await SaveAsync();
        cluster.ResourceVersion = "2002";
        Assert.Equal(digest, await SaveAsync());
        cluster.Deadline = "00:00:20";
        Assert.NotEqual(digest, await SaveAsync());
    }

    private async Task<string> SaveAsync()
    {
        var path = $"{DeploymentTool.Folder}:{Environment.GetEnvironmentVariable("PATH")}";
        var settings = Path.Combine(store.FullName, "kubeconfig");
        await File.WriteAllTextAsync(
            settings,
            $"""
            apiVersion: v1
            kind: Config
            clusters:
              - name: test
                cluster:
                  server: {cluster.Address}
            contexts:
              - name: test
                context:
                  cluster: test
                  user: ""
            current-context: test
            """,
            TestContext.Current.CancellationToken);
        var (code, output) = await RunCommand.RunAsync(
            ".", "env", string.Empty, $"PATH={path}", $"KUBECONFIG={settings}", $"HOME={store.FullName}",
            $"CONFIGURATION_STORE={store.FullName}", "deploy/backup/configuration.sh", "save", "--cluster", "vision", "vision");
        Assert.True(code == 0, output);
        return output.Trim();
    }
}
