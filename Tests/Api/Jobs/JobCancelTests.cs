using ApiService.Inference;
using ApiService.Jobs;
using ApiService.Jobs.InMemory;
using ApiService.Jobs.InRedis;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Jobs;

/// <summary>Jobs that are taken back, or handed back, at an awkward moment.</summary>
public sealed class JobCancelTests
{
    private static readonly (string, string) NoWorkers = ("Jobs:Workers", "0");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_of_a_job_whose_worker_then_puts_it_back_ends_it(bool withRedis)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync([NoWorkers, .. Connection(redis, withRedis)]);
        var job = await api.Client.StartAsync();
        using var lease = (await StoreOf(api, withRedis).TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken))!;
        using var canceled = await api.Client.DeleteAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(JobLeaseState.Canceled, await lease.Store.RenewAsync(lease, TestContext.Current.CancellationToken));
        await lease.Store.LeaveAsync(lease, JobOutcome.TryAgain, TestContext.Current.CancellationToken);
        Assert.Null(await lease.Store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken));
        Assert.Equal(JobStatus.Canceled, (await api.Client.GetJobAsync(job.Id)).Status);
    }

    [Fact]
    public async Task Leave_by_a_worker_that_lost_a_job_which_was_handed_back_since_changes_nothing()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync([NoWorkers, ("Jobs:Lease", "00:00:00.5"), .. Connection(redis, withRedis: true)]);
        var job = await api.Client.StartAsync();
        var store = StoreOf(api, withRedis: true);
        using var lost = (await store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken))!;
        JobLease? second = null;
        await Eventually.IsTrueAsync(async () => (second = await store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken)) is not null);
        using var held = second!;
        await store.LeaveAsync(held, JobOutcome.HandBack, TestContext.Current.CancellationToken);

        // The number of attempts is that of the lost lease again.
        await store.LeaveAsync(lost, JobOutcome.TryAgain, TestContext.Current.CancellationToken);
        using var third = (await store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken))!;
        Assert.Equal((job.Id, 2), (third.Id, third.Attempt));
        Assert.Null(await store.TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancel_before_the_worker_listens_is_seen_at_once()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync(NoWorkers);
        var job = await api.Client.StartAsync();
        using var lease = (await StoreOf(api, withRedis: false).TakeAsync(JobKind.Analysis, TestContext.Current.CancellationToken))!;
        using var canceled = await api.Client.DeleteAsync($"/api/jobs/{job.Id}", TestContext.Current.CancellationToken);
        await api.Services.GetRequiredService<JobRun>().RunAsync(lease, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        Assert.Equal(JobStatus.Canceled, (await api.Client.GetJobAsync(job.Id)).Status);
    }

    private static IJobStore StoreOf(RunningService<InferenceOptions> api, bool withRedis) => withRedis
        ? api.Services.GetRequiredService<RedisJobStore>()
        : api.Services.GetRequiredService<MemoryJobStore>();

    private static (string, string)[] Connection(RedisServer redis, bool withRedis) =>
        withRedis ? [("ConnectionStrings:cache", redis.ConnectionString)] : [];
}
