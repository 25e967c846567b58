using System.Net;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>A real Redis that hangs or ends in the middle of the work: every job that was accepted is done.</summary>
public sealed class JobFaultTests
{
    private const int Jobs = 24;

    [Fact]
    public async Task Pause_of_Redis_in_the_middle_of_jobs_loses_none()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis, workers: 2);
        var submitting = SubmitAsync(api);
        await Eventually.IsTrueAsync(async () => await redis.CountAsync("vision:{jobs}:*") > 0);
        redis.Pause();
        var accepted = await submitting;
        redis.Resume();
        await AllAreDoneAsync(api, accepted);
    }

    [Fact]
    public async Task End_of_a_Redis_that_keeps_its_data_loses_no_job()
    {
        await using var redis = await RedisServer.StartAsync(keepsData: true);
        await using var front = await StartAsync(redis, workers: 0);
        await using var worker = await StartAsync(redis, workers: 1);
        var accepted = await SubmitAsync(front);
        redis.Stop();
        await redis.RestartAsync();
        await AllAreDoneAsync(front, accepted);
    }

    private static Task<RunningService<InferenceOptions>> StartAsync(RedisServer redis, int workers) => ApiProcess.StartAsync(
        ("RateLimiting:Anonymous:PermitLimit", "100000"),
        ("RateLimiting:Read:PermitLimit", "100000"),
        ("ConnectionStrings:cache", redis.ConnectionString),
        ("Jobs:Workers", $"{workers}"),
        ("Jobs:Lease", "00:00:01"));

    /// <summary>Submits different jobs, a few at a time; whoever is refused for the moment comes again.</summary>
    private static async Task<IReadOnlyList<string>> SubmitAsync(RunningService<InferenceOptions> api)
    {
        var ids = new string[Jobs];
        await Parallel.ForAsync(0, Jobs, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            await Eventually.IsTrueAsync(async () =>
            {
                using var response = await api.Client.SubmitAsync(query: $"?top={number + 1}");
                ids[number] = response.StatusCode == HttpStatusCode.Accepted ? (await JobRequests.ReadAsync(response)).Id : string.Empty;
                return ids[number].Length > 0;
            }));
        return ids;
    }

    private static async Task AllAreDoneAsync(RunningService<InferenceOptions> api, IReadOnlyList<string> ids)
    {
        for (var number = 0; number < ids.Count; number++)
        {
            Job? job = null;
            await Eventually.IsTrueAsync(async () =>
            {
                using var response = await api.Client.GetAsync($"/api/jobs/{ids[number]}", TestContext.Current.CancellationToken);
                job = response.StatusCode == HttpStatusCode.OK ? await JobRequests.ReadAsync(response) : null;
                Assert.NotEqual(HttpStatusCode.NotFound, response.StatusCode);
                return job is { IsFinished: true };
            });
            Assert.Equal(JobStatus.Succeeded, job!.Status);
            Assert.Equal(number + 1, job.Result!.Value.GetProperty("labels").GetArrayLength());
        }
    }
}
