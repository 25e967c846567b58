using Tests.Deployment.BlueGreen.StandIn;
using Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(Tests.Deployment.BlueGreen.BlueGreenCluster))]

namespace Tests.Deployment.BlueGreen;

/// <summary>One stand-in cluster and one real process of each service for all tests of the script, made only if one of them runs.</summary>
public sealed class BlueGreenCluster : IAsyncDisposable
{
    public const string Key = "the-key-of-the-deployment";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("blue-green-");
    private readonly Lazy<Task<StandInCluster>> cluster;
    private readonly Lazy<Task<ServiceProcess>> api = new(static () => ServiceProcess.StartAsync(
        "ApiService", ("Inference:Mode", "InProcess"), ("Security:ApiKeys:0:Name", "deployment"), ("Security:ApiKeys:0:Key", Key),
        ("Security:ApiKeys:0:Roles:0", "analyze"), ("Security:ApiKeys:0:PermitsPerMinute", "0")));

    private readonly Lazy<Task<ServiceProcess>> web;
    private readonly Lazy<Task<ClusterNamespace>> blue;
    private readonly Lazy<Task<ClusterNamespace>> green;
    private readonly Lazy<Task<ClusterNamespace>> plain;

    public BlueGreenCluster()
    {
        web = new(async () => await ServiceProcess.StartAsync("WebFrontend", ("services:api:http:0", (await api.Value).Address.ToString())));
        cluster = new(StartAsync);
        blue = new(async () => await DeployAsync(1, (await cluster.Value).Create()));
        green = new(async () => await DeployAsync(2, await WithBlueAsync()));
        plain = new(InstallPlainAsync);
    }

    internal string KeyFile => Path.Combine(folder.FullName, "key");

    /// <summary>The address of the API, for traffic past the script.</summary>
    internal async Task<Uri> ApiAsync() => (await api.Value).Address;

    internal async Task<ClusterNamespace> EmptyAsync() => (await cluster.Value).Create();

    /// <summary>A namespace in which blue was deployed, from version 1.</summary>
    internal async Task<ClusterNamespace> WithBlueAsync() => (await cluster.Value).Create(await blue.Value);

    /// <summary>A namespace in which, after that, green was deployed from version 2.</summary>
    internal async Task<ClusterNamespace> WithGreenAsync() => (await cluster.Value).Create(await green.Value);

    /// <summary>A namespace in which version 1 was installed by helm, without a colour.</summary>
    internal async Task<ClusterNamespace> WithPlainReleaseAsync() => (await cluster.Value).Create(await plain.Value);

    internal BlueGreenScript Script(ClusterNamespace space) => new(space, folder.FullName);

    public async ValueTask DisposeAsync()
    {
        if (cluster.IsValueCreated)
        {
            await (await cluster.Value).DisposeAsync();
        }

        foreach (var process in new[] { web, api }.Where(static process => process.IsValueCreated))
        {
            await (await process.Value).DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private async Task<StandInCluster> StartAsync()
    {
        var started = await StandInCluster.StartAsync(async component => (await (component == "web" ? web : api).Value).Address);
        await File.WriteAllTextAsync(KeyFile, Key + "\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "kubeconfig"),
            $$"""
            apiVersion: v1
            kind: Config
            clusters:
              - name: stand-in
                cluster:
                  server: {{started.Address}}
            contexts:
              - name: stand-in
                context: {cluster: stand-in, user: operator}
            users:
              - name: operator
                user: {token: a-token}
            current-context: stand-in
            """,
            TestContext.Current.CancellationToken);
        return started;
    }

    private async Task<ClusterNamespace> DeployAsync(int version, ClusterNamespace space)
    {
        var (code, output) = await Script(space).DeployAsync(version);
        Assert.True(code == 0, output);
        return space;
    }

    private async Task<ClusterNamespace> InstallPlainAsync()
    {
        var space = (await cluster.Value).Create();
        var (code, output) = await Script(space).HelmAsync("install", "vision", BlueGreenScript.Chart);
        Assert.True(code == 0, output);
        await Eventually.IsTrueAsync(() => space.Find("Deployment", "web-deployment")?["status"]?["availableReplicas"] is not null);
        return space;
    }
}
