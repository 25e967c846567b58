using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>For each store of uploads an API service, and a replica of it that has no engine.</summary>
public sealed class UploadStores : IAsyncLifetime
{
    public const string Key = "key-of-a-shop";
    public const string OtherKey = "key-of-another-shop";

    private readonly List<IAsyncDisposable> started = [];
    private readonly Dictionary<string, RunningService<InferenceOptions>> services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunningService<InferenceOptions>> replicas = new(StringComparer.Ordinal);

    /// <summary>Both stores, for theories.</summary>
    public static TheoryData<string> Names => ["Disk", "Redis"];

    /// <summary>The folder of the disk store.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"uploads-{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync()
    {
        var redis = await RedisServer.StartAsync();
        started.Add(redis);
        foreach (var name in Names)
        {
            (string Name, string Value)[] settings = [.. SettingsOf((string)name), ("ConnectionStrings:cache", redis.ConnectionString), ("Uploads:Path", Folder)];
            services[(string)name] = await StartAsync(settings);
            replicas[(string)name] = await StartAsync([.. settings, ("Inference:Mode", "Remote")]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in started.AsEnumerable().Reverse())
        {
            await service.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A caller of the service with a store, with an address, and so a quota, of its own.</summary>
    internal TusCaller Caller(string store, string? key = null) => new(services[store].Client, key);

    /// <summary>The same caller at the other replica.</summary>
    internal TusCaller AtReplica(string store, TusCaller caller) => caller.At(replicas[store].Client);

    internal void HasNoUnexpectedError(string store) => Assert.DoesNotContain(
        services[store].ErrorLog, static line => line.Contains("unexpected exception", StringComparison.Ordinal));

    private static IEnumerable<(string Name, string Value)> SettingsOf(string store) =>
    [
        ("Uploads:Store", store),
        ("RateLimiting:Anonymous:PermitLimit", "1000000"),
        ("ForwardedHeaders:KnownProxies:0", "127.0.0.1"),
        ("Security:ApiKeys:0:Name", "shop"), ("Security:ApiKeys:0:Key", Key), ("Security:ApiKeys:0:PermitsPerMinute", "0"),
        ("Security:ApiKeys:1:Name", "other"), ("Security:ApiKeys:1:Key", OtherKey), ("Security:ApiKeys:1:PermitsPerMinute", "0"),
    ];

    private async Task<RunningService<InferenceOptions>> StartAsync((string Name, string Value)[] settings)
    {
        var service = await ApiProcess.StartAsync(settings);
        started.Add(service);
        return service;
    }
}
