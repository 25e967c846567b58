using System.Diagnostics;
using System.Text.Json;
using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>A real Redis that stops, hangs and comes back: requests go on, and readiness says what is missing.</summary>
public sealed class RedisFaultTests
{
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Stop_Redis_leaves_memory_to_serve_until_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        Assert.Equal("Healthy", await ReadinessAsync(api));
        redis.Stop();
        await AnswersAsync(api, "?top=1");
        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api) == "Degraded");
        await redis.RestartAsync();
        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api) == "Healthy");
        await SharesAgainAsync(redis, api);
    }

    [Fact]
    public async Task Pause_Redis_holds_no_request_up_for_long()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        await AnswersAsync(api, "?top=1");
        redis.Pause();
        for (var top = 2; top < 8; top++)
        {
            var started = Stopwatch.GetTimestamp();
            await AnswersAsync(api, $"?top={top}");
            Assert.True(Stopwatch.GetElapsedTime(started) < Bearable, "A request waited for Redis.");
        }

        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api) == "Degraded");
        redis.Resume();
        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api) == "Healthy");
        await SharesAgainAsync(redis, api);
    }

    [Fact]
    public async Task Start_without_Redis_serves_and_joins_it_once_it_is_there()
    {
        await using var redis = await RedisServer.StartAsync();
        redis.Stop();
        await using var api = await StartAsync(redis);
        await AnswersAsync(api, "?top=1");
        Assert.Equal("Degraded", await ReadinessAsync(api));
        await redis.RestartAsync();
        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api) == "Healthy");
        await SharesAgainAsync(redis, api);
    }

    private static Task<RunningService<InferenceOptions>> StartAsync(RedisServer redis) => ApiProcess.StartAsync(
        ("ConnectionStrings:cache", redis.ConnectionString), ("RateLimiting:Anonymous:PermitLimit", "1000"));

    private static async Task AnswersAsync(RunningService<InferenceOptions> api, string query) =>
        Assert.NotEmpty((await AnalysisCacheTests.PostAsync(api, query)).Body);

    private static async Task SharesAgainAsync(RedisServer redis, RunningService<InferenceOptions> api)
    {
        await using var other = await StartAsync(redis);
        var round = 1;
        await Eventually.IsTrueAsync(async () =>
        {
            var query = $"?minConfidence=0.0{round++}";
            await AnswersAsync(api, query);
            return (await AnalysisCacheTests.PostAsync(other, query)).Status.EndsWith("redis", StringComparison.Ordinal);
        });
    }

    private static async Task<string?> ReadinessAsync(RunningService<InferenceOptions> api)
    {
        var text = await api.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        using var report = JsonDocument.Parse(text);
        return report.RootElement.GetProperty("status").GetString();
    }
}
