using System.Text.Json;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>Redis fails while eight callers post: each gets the right answer, and soon, and all is well again afterwards.</summary>
public sealed class RedisFaultsUnderLoadTests
{
    private const int Callers = 8;
    private const int AnswersPerPhase = 60;

    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Stop_and_restart_of_Redis_under_load_leaves_every_answer_right() =>
        await RunAsync(static redis => redis.Stop(), static redis => redis.RestartAsync());

    [Fact]
    public async Task Pause_of_Redis_under_load_leaves_every_answer_right() =>
        await RunAsync(static redis => redis.Pause(), static redis =>
        {
            redis.Resume();
            return Task.CompletedTask;
        });

    private static async Task RunAsync(Action<RedisServer> fail, Func<RedisServer, Task> mend)
    {
        await using var redis = await RedisServer.StartAsync();
        (string, string)[] settings = [("ConnectionStrings:cache", redis.ConnectionString), ("RateLimiting:Anonymous:PermitLimit", "1000000")];
        await using var api = await ApiProcess.StartAsync(settings);
        await using var load = new PostingLoad(api.Client, Bearable);
        await load.StartAsync(Callers);
        await load.AnsweredAsync(AnswersPerPhase);
        fail(redis);
        await load.AnsweredAsync(AnswersPerPhase);
        await mend(redis);
        await load.AnsweredAsync(AnswersPerPhase);
        await load.StopAsync();
        await Eventually.IsTrueAsync(async () => await ReadinessAsync(api.Client) == "Healthy");

        // Another replica gives word for word what this one has computed and put into Redis.
        await using var other = await ApiProcess.StartAsync(settings);
        var round = 1;
        await Eventually.IsTrueAsync(async () =>
        {
            var query = $"?minConfidence=0.9{round++}";
            var (computed, shared) = (await AnalysisCacheTests.PostAsync(api, query), await AnalysisCacheTests.PostAsync(other, query));
            Assert.Equal(computed.Body, shared.Body);
            return shared.Status.EndsWith("redis", StringComparison.Ordinal);
        });

        // The library tells of lost connections by itself; no request may have ended badly.
        Assert.DoesNotContain(api.ErrorLog, static line => line.Contains("unexpected", StringComparison.Ordinal));
    }

    private static async Task<string?> ReadinessAsync(HttpClient client)
    {
        using var report = JsonDocument.Parse(await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        return report.RootElement.GetProperty("status").GetString();
    }
}
