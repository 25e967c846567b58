using System.Net;
using ApiService.Inference;
using ApiService.Jobs;
using ApiService.Jobs.InRedis;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>Jobs that wait, are taken back, are left behind, or find no room.</summary>
public sealed class JobQueueTests
{
    private static readonly (string, string) NoQuota = ("RateLimiting:Anonymous:PermitLimit", "100000");
    private static readonly (string, string) NoWorkers = ("Jobs:Workers", "0");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_of_a_job_that_waits_ends_it_and_frees_its_room(bool withRedis)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(
            [NoQuota, NoWorkers, ("Jobs:MaximumBytes", $"{20 * 1024 * 1024}"), .. Connection(redis, withRedis)]);
        var image = Padded(5 * 1024 * 1024);
        var first = await api.Client.StartAsync(image);
        for (var more = 1; more < 4; more++)
        {
            await api.Client.StartAsync(image);
        }

        using var full = await api.Client.SubmitAsync(image);
        await Requests.ReadProblemAsync(full, ErrorCodes.Overloaded);
        Assert.NotNull(full.Headers.RetryAfter);
        using var canceled = await api.Client.DeleteAsync($"/api/jobs/{first.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, canceled.StatusCode);
        Assert.Equal(JobStatus.Canceled, (await JobRequests.ReadAsync(canceled)).Status);
        await api.Client.StartAsync(image);
    }

    [Fact]
    public async Task Job_of_a_worker_that_gives_no_sign_of_life_is_taken_over()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var front = await StartAsync(redis, workers: 0);
        var job = await front.Client.StartAsync();
        using var lost = await TakeAsync(front);
        Assert.Equal(JobStatus.Running, (await front.Client.GetJobAsync(job.Id)).Status);
        await using var other = await StartAsync(redis, workers: 1);
        var done = await front.Client.FinishAsync(job.Id);
        Assert.Equal((JobStatus.Succeeded, 2), (done.Status, done.Attempts));

        // Whoever comes back too late changes nothing.
        await lost.Store.LeaveAsync(lost, JobOutcome.Canceled, TestContext.Current.CancellationToken);
        Assert.Equal(JobStatus.Succeeded, (await front.Client.GetJobAsync(job.Id)).Status);
        Assert.Equal(JobLeaseState.Lost, await lost.Store.RenewAsync(lost, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Job_whose_workers_end_three_times_is_given_up_with_a_problem()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var front = await StartAsync(redis, workers: 0);
        var job = await front.Client.StartAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var lost = await TakeAsync(front);
            Assert.Equal(attempt, lost.Attempt);
        }

        await using var other = await StartAsync(redis, workers: 1);
        var failed = await front.Client.FinishAsync(job.Id);
        Assert.Equal((JobStatus.Failed, 3), (failed.Status, failed.Attempts));
        Assert.Equal(ErrorCodes.InternalError.Code, failed.Problem!.Code);
        Assert.Equal([job.Id], await redis.ListAsync(JobKeys.GivenUp!));
    }

    [Fact]
    public async Task Stop_of_a_process_hands_its_jobs_to_another_one_at_once()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var front = await StartAsync(redis, workers: 0);
        await using var hanging = await HangingInference.StartAsync();
        var job = await SubmitToAsync(front, redis, hanging);
        await using var other = await StartAsync(redis, workers: 1);
        var done = await front.Client.FinishAsync(job.Id);
        Assert.Equal((JobStatus.Succeeded, 1), (done.Status, done.Attempts));
    }

    [Fact]
    public async Task Cancel_of_a_job_that_runs_takes_its_work_back_from_the_inference_service()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var front = await StartAsync(redis, workers: 0);
        await using var hanging = await HangingInference.StartAsync();
        await using var worker = await hanging.ApiAsync(("ConnectionStrings:cache", redis.ConnectionString), ("Jobs:Workers", "1"));
        var job = await front.Client.StartAsync();
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        using var canceled = await front.Client.DeleteAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, canceled.StatusCode);
        await hanging.CallerLeft.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(JobStatus.Canceled, (await front.Client.FinishAsync(job.Id)).Status);
    }

    [Fact]
    public async Task Submit_while_Redis_is_away_is_done_and_known_to_all_replicas_once_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis, workers: 1);
        await using var other = await StartAsync(redis, workers: 1);
        redis.Stop();
        var job = await api.Client.StartAsync();
        Assert.Equal(JobStatus.Succeeded, (await api.Client.FinishAsync(job.Id)).Status);
        using var unknown = await other.Client.GetAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(unknown, ErrorCodes.Overloaded);

        await redis.RestartAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await other.Client.GetAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
            return response.StatusCode == HttpStatusCode.OK && (await JobRequests.ReadAsync(response)).Status == JobStatus.Succeeded;
        });
        job = await api.Client.StartAsync(query: "?top=2");
        Assert.Equal(JobStatus.Succeeded, (await other.Client.FinishAsync(job.Id)).Status);
    }

    private static async Task<Job> SubmitToAsync(RunningService<InferenceOptions> front, RedisServer redis, HangingInference hanging)
    {
        await using var worker = await hanging.ApiAsync(("ConnectionStrings:cache", redis.ConnectionString), ("Jobs:Workers", "1"));
        var job = await front.Client.StartAsync();
        await hanging.Called.WaitAsync(TestContext.Current.CancellationToken);
        return job;
    }

    private static (string, string)[] Connection(RedisServer redis, bool withRedis) =>
        withRedis ? [("ConnectionStrings:cache", redis.ConnectionString)] : [];

    private static Task<RunningService<InferenceOptions>> StartAsync(RedisServer redis, int workers) => ApiProcess.StartAsync(
        NoQuota, ("ConnectionStrings:cache", redis.ConnectionString), ("Jobs:Workers", $"{workers}"), ("Jobs:Lease", "00:00:00.5"));

    /// <summary>Takes the job like a worker that will never be heard of again.</summary>
    private static async Task<JobLease> TakeAsync(RunningService<InferenceOptions> api)
    {
        var store = api.Services.GetRequiredService<RedisJobStore>();
        JobLease? lease = null;
        await Eventually.IsTrueAsync(async () => (lease = await store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken)) is not null);
        return lease!;
    }

    private static byte[] Padded(int length)
    {
        var image = new byte[length];
        Photo.Bytes("cat.jpg").CopyTo(image, 0);
        return image;
    }
}
