using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Deployment.Images;

/// <summary>A real container registry of the test's own.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private static readonly MediaTypeWithQualityHeaderValue[] ManifestTypes =
    [
        new("application/vnd.docker.distribution.manifest.v2+json"), new("application/vnd.oci.image.manifest.v1+json"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("registry-");
    private readonly int port = FreePort.Find();
    private readonly HttpClient client = new();
    private Process? process;

    private LocalRegistry() => client.BaseAddress = new Uri($"http://{Host}/v2/");

    public string Host => string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");

    public static async Task<LocalRegistry> StartAsync()
    {
        var registry = new LocalRegistry();
        var settings = Path.Combine(registry.folder.FullName, "registry.yml");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{registry.folder.FullName}}" } }
            http: { addr: "127.0.0.1:{{registry.port}}", secret: test }
            """), TestContext.Current.CancellationToken);
        // It writes an error for each thing that it is asked for and does not have yet, which is how a push begins.
        registry.process = Process.Start(new ProcessStartInfo("docker-registry", ["serve", settings])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        registry.process.BeginErrorReadLine();
        await Eventually.IsTrueAsync(registry.AnswersAsync);
        return registry;
    }

    /// <summary>The manifest of an image: its layers and their compressed sizes.</summary>
    public async Task<JsonElement> ManifestAsync(string repository, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{repository}/manifests/{tag}", UriKind.Relative));
        foreach (var type in ManifestTypes)
        {
            request.Headers.Accept.Add(type);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(process!.HasExited, "The registry has ended.");
        try
        {
            using var response = await client.GetAsync(client.BaseAddress, TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
