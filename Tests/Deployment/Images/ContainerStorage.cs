using System.Globalization;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>Images and containers of a test's own, in a folder that goes with it; real buildah works on them.</summary>
internal sealed class ContainerStorage : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("images-");

    private ContainerStorage()
    {
    }

    public string Folder => folder.FullName;

    private string Settings => Path.Combine(Folder, "storage.conf");

    private string Registries => Path.Combine(Folder, "registries.conf");

    private string Root => Path.Combine(Folder, "root");

    /// <param name="driver">How layers are kept: <c>overlay</c> shares them, <c>vfs</c> copies them and asks nothing of the kernel.</param>
    /// <param name="registry">The host and port of a registry that speaks plain HTTP.</param>
    public static async Task<ContainerStorage> CreateAsync(string driver, string registry)
    {
        var storage = new ContainerStorage();
        storage.folder.CreateSubdirectory("tmp");
        await File.WriteAllTextAsync(storage.Settings, string.Create(CultureInfo.InvariantCulture, $"""
            [storage]
            driver = "{driver}"
            graphroot = "{storage.Root}"
            runroot = "{storage.Folder}/run"
            """), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(storage.Registries, string.Create(CultureInfo.InvariantCulture, $"""
            [[registry]]
            location = "{registry}"
            insecure = true
            """), TestContext.Current.CancellationToken);
        return storage;
    }

    /// <summary>Runs a program of the repository that uses these images; it needs neither a daemon nor a namespace of users.</summary>
    public Task<(int Code, string Output)> RunAsync(string command, params string[] arguments) =>
        RunCommand.RunAsync(".", "env", string.Empty, [.. Environment, command, .. arguments]);

    /// <summary>Runs buildah, which must succeed.</summary>
    /// <returns>The first line that it wrote: the name, id or path that was asked for.</returns>
    public async Task<string> BuildahAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync("buildah", arguments);
        Assert.True(code == 0, $"buildah {string.Join(' ', arguments)}: {output}");
        return output.Split('\n')[0];
    }

    public IReadOnlyList<string> Environment =>
    [
        $"CONTAINERS_STORAGE_CONF={Settings}", $"CONTAINERS_REGISTRIES_CONF={Registries}", "BUILDAH_ISOLATION=chroot",
        $"TMPDIR={Folder}/tmp", "SDK_IMAGE=localhost/dotnet/sdk:local", "RUNTIME_IMAGE=localhost/dotnet/aspnet:local",
    ];

    public async ValueTask DisposeAsync()
    {
        await RunAsync("buildah", "rm", "--all");
        // The overlay driver leaves its folder mounted on itself.
        await RunAsync("umount", "--quiet", "--lazy", Path.Combine(Root, "overlay"));
        await RunAsync("rm", "-rf", "--one-file-system", Folder);
        Assert.False(Directory.Exists(Folder));
    }
}
