using System.Diagnostics;
using System.Text.Json;
using Tests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(Tests.Api.Uploads.TusJsClient))]

namespace Tests.Api.Uploads;

/// <summary>The stock client of tus in a real node, installed once into a folder of its own, and only if a test needs it.</summary>
public sealed class TusJsClient : IDisposable
{
    private static readonly string Source = Path.Combine(Repository.Root, "Tests", "TusClient");

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"tus-client-{Guid.NewGuid():N}");
    private readonly Lazy<Task> installed;

    public TusJsClient() => installed = new(InstallAsync);

    public void Dispose()
    {
        if (installed.IsValueCreated)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Uploads a file and gives what happened; see <c>upload.js</c> for the settings.</summary>
    internal async Task<TusRun> UploadAsync(Uri endpoint, string file, object settings)
    {
        await installed.Value;
        var json = await RunAsync("node", ["upload.js", endpoint.ToString(), file, JsonSerializer.Serialize(settings)]);
        return JsonSerializer.Deserialize<TusRun>(json, JsonSerializerOptions.Web)!;
    }

    private async Task InstallAsync()
    {
        Directory.CreateDirectory(folder);
        foreach (var name in new[] { "package.json", "package-lock.json", "upload.js" })
        {
            File.Copy(Path.Combine(Source, name), Path.Combine(folder, name));
        }

        await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    }

    private async Task<string> RunAsync(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {output}");
        return output;
    }
}
