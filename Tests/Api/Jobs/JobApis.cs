using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>Two API services that keep jobs: one in its memory, one in a real Redis.</summary>
public sealed class JobApis : IAsyncLifetime
{
    private static readonly (string, string) NoQuota = ("RateLimiting:Anonymous:PermitLimit", "100000");

    private RunningService<InferenceOptions>? memory;
    private RunningService<InferenceOptions>? redis;
    private RedisServer? server;

    /// <summary>The client of the service that keeps jobs in <c>memory</c> or <c>redis</c>.</summary>
    public HttpClient this[string store] => store == "memory" ? memory!.Client : redis!.Client;

    public async ValueTask InitializeAsync()
    {
        server = await RedisServer.StartAsync();
        memory = await ApiProcess.StartAsync(NoQuota, ("Security:ApiKeys:0:Name", "other"), ("Security:ApiKeys:0:Key", "other-key"));
        redis = await ApiProcess.StartAsync(
            NoQuota,
            ("ConnectionStrings:cache", server.ConnectionString),
            ("Security:ApiKeys:0:Name", "other"),
            ("Security:ApiKeys:0:Key", "other-key"));
    }

    public async ValueTask DisposeAsync()
    {
        await memory!.DisposeAsync();
        await redis!.DisposeAsync();
        await server!.DisposeAsync();
    }
}
