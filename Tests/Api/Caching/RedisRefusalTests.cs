using Contracts;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>A real Redis that is there and cannot take anything in.</summary>
public sealed class RedisRefusalTests
{
    [Fact]
    public async Task Redis_without_memory_is_gone_on_without()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(
            ("ConnectionStrings:cache", redis.ConnectionString), ("RateLimiting:Anonymous:PermitLimit", "1000"));
        await redis.ConfigureAsync("maxmemory", "100kb");
        for (var top = 1; top <= 6; top++)
        {
            Assert.NotEmpty((await AnalysisCacheTests.PostAsync(api, $"?top={top}")).Body);
        }

        var job = await api.Client.StartAsync(query: "?top=7");
        Assert.Equal(JobStatus.Succeeded, (await api.Client.FinishAsync(job.Id)).Status);
        Assert.Empty(api.ErrorLog);
    }
}
