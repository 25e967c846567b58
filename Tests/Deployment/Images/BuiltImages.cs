using System.Runtime.InteropServices;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>
/// The image of the single process, with and without models, as the script that people call builds and pushes it: from base images
/// that are this machine's own .NET, to a real registry. The published base images cannot be had everywhere.
/// </summary>
public sealed class BuiltImages : IAsyncLifetime
{
    public const string Tag = "1.2.3-test";

    private const string LocalBaseImages = "scripts/local-base-images.sh";

    /// <summary>Why this machine can build no image; null where it can.</summary>
    private string? refusal;

    private ContainerStorage? storage;
    private LocalRegistry? registry;

    public string SingleImage => $"{Registry.Host}/vision/single:{Tag}";

    public string SingleImageWithModels => $"{Registry.Host}/vision/single-with-models:{Tag}";

    internal ContainerStorage Storage => storage!;

    internal LocalRegistry Registry => registry!;

    public async ValueTask InitializeAsync()
    {
        registry = await LocalRegistry.StartAsync();
        foreach (var driver in new[] { "overlay", "vfs" })
        {
            storage = await ContainerStorage.CreateAsync(driver, Registry.Host);
            refusal = await TryAsync();
            if (refusal is null)
            {
                await BuildAsync();
                return;
            }

            await storage.DisposeAsync();
            storage = null;
        }
    }

    /// <summary>
    /// Whether this machine can build no image at all, which only a lack of privileges explains; the test then has that for its
    /// result. Whoever has the privileges gets a failure instead.
    /// </summary>
    public bool AreRefused()
    {
        if (refusal is null)
        {
            return false;
        }

        Assert.False(BuildPrivileges.AreEnough, refusal);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"No image can be built here: the capabilities {BuildPrivileges.Effective} do not suffice. What buildah said: {refusal}");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await (storage?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (registry?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Makes the base images, and runs the least that can be run in one.</summary>
    private async Task<string?> TryAsync()
    {
        var (code, output) = await Storage.RunAsync(LocalBaseImages);
        if (code != 0)
        {
            return output;
        }

        var container = await Storage.BuildahAsync("from", "localhost/dotnet/sdk:local");
        (code, output) = await Storage.RunAsync("buildah", "run", container, "--", "bash", "-c", "exit 0");
        return code == 0 ? null : output;
    }

    /// <summary>Other tests that run at the same time come first.</summary>
    private async Task BuildAsync()
    {
        var (code, output) = await Storage.RunAsync(
            "nice",
            ["scripts/build-images.sh", "--engine", "buildah", "--registry", $"{Registry.Host}/vision", "--tag", Tag, "--push",
                "single", "single-with-models", "--", .. Volumes()]);
        Assert.True(code == 0, output);
    }

    /// <summary>The SDK, and the packages that this machine has restored already.</summary>
    private static IEnumerable<string> Volumes()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        var settings = Path.Combine(home, ".nuget", "NuGet");
        yield return $"--volume={dotnet}:/usr/share/dotnet:ro";
        yield return $"--volume={packages}:/root/.nuget/packages";
        if (Directory.Exists(settings))
        {
            yield return $"--volume={settings}:/root/.nuget/NuGet:ro";
        }
    }
}
