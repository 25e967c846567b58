using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>The API service with all models and callers' keys, on a real server.</summary>
public sealed class GoogleFixture : IAsyncLifetime
{
    public const string Key = "google-key";
    public const string AdminKey = "admin-key";

    private readonly RunningService<InferenceOptions> service = new(static host =>
    {
        host.UseSetting("Inference:Mode", "InProcess");
        host.UseSetting("RateLimiting:Anonymous:PermitLimit", "1000000");
        foreach (var (name, value) in Keys)
        {
            host.UseSetting(name, value);
        }
    });

    internal static IReadOnlyList<(string Name, string Value)> Keys { get; } =
    [
        ("Security:ApiKeys:0:Name", "shop"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
        ("Security:ApiKeys:1:Name", "admin"), ("Security:ApiKeys:1:Key", AdminKey), ("Security:ApiKeys:1:Roles:0", "admin"),
    ];

    public HttpClient Client => service.Client;

    public async ValueTask InitializeAsync() => await service.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
