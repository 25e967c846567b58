using ApiService.Inference;
using Client;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>An API service that keeps uploads in a folder of its own.</summary>
public sealed class UploadApi : IAsyncLifetime
{
    private const string Key = "key-of-a-shop";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"uploads-{Guid.NewGuid():N}");
    private RunningService<InferenceOptions> service = null!;

    public Uri Address => service.Client.BaseAddress!;

    /// <summary>A client with a key.</summary>
    public ImageClient Images => ImagesBy(service.Client);

    public static ImageClient ImagesBy(HttpClient http) => new(http, Key);

    public async ValueTask InitializeAsync() => service = await ApiProcess.StartAsync(
        ("Uploads:Path", folder),
        ("Security:ApiKeys:0:Name", "shop"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:PermitsPerMinute", "0"));

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
