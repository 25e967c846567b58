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

    private readonly DirectoryInfo folder;
    private readonly HttpServerProcess program;

    private LocalRegistry(DirectoryInfo folder, HttpServerProcess program) => (this.folder, this.program) = (folder, program);

    public string Host => program.Client.BaseAddress!.Authority;

    public static async Task<LocalRegistry> StartAsync()
    {
        var place = Directory.CreateTempSubdirectory("registry-");
        var port = FreePort.Find();
        var settings = Path.Combine(place.FullName, "registry.yml");
        await File.WriteAllTextAsync(settings, string.Create(CultureInfo.InvariantCulture, $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: "{{place.FullName}}" } }
            http: { addr: "127.0.0.1:{{port}}", secret: test }
            """), TestContext.Current.CancellationToken);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/v2/"));
        return new LocalRegistry(place, await HttpServerProcess.StartAsync(address, "", "docker-registry", "serve", settings));
    }

    /// <summary>The manifest of an image: its layers and their compressed sizes.</summary>
    public async Task<JsonElement> ManifestAsync(string repository, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{repository}/manifests/{tag}", UriKind.Relative));
        foreach (var type in ManifestTypes)
        {
            request.Headers.Accept.Add(type);
        }

        using var response = await program.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
