using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>Outcomes are kept for a time, and not longer.</summary>
public sealed class JobRetentionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_of_an_outcome_that_is_too_old_finds_nothing_and_its_key_makes_a_new_job(bool withRedis)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(
            ("Jobs:Retention", "00:00:01"), ("ConnectionStrings:cache", withRedis ? redis.ConnectionString : string.Empty));
        (string, string) key = (RequestHeaders.IdempotencyKey, "once");
        var job = await api.Client.StartAsync(headers: key);
        await Eventually.IsTrueAsync(() => IsGoneAsync(api.Client, job.Id));
        Assert.NotEqual(job.Id, (await api.Client.StartAsync(headers: key)).Id);
    }

    [Fact]
    public async Task Get_of_the_oldest_of_more_outcomes_than_memory_keeps_finds_nothing()
    {
        await using var api = await ApiProcess.StartAsync(("Jobs:MemoryEntries", "1"));
        var oldest = await api.Client.FinishAsync((await api.Client.StartAsync()).Id);
        var newest = await api.Client.StartAsync();
        await Eventually.IsTrueAsync(() => IsGoneAsync(api.Client, oldest.Id));
        Assert.Equal(JobStatus.Succeeded, (await api.Client.GetJobAsync(newest.Id)).Status);
    }

    private static async Task<bool> IsGoneAsync(HttpClient client, string id)
    {
        using var response = await client.GetAsync($"/api/jobs/{id}", TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound;
    }
}
