using Client;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;

namespace Tests.Client;

/// <summary>Jobs by the typed client.</summary>
[Collection<SharedApi>]
public sealed class JobTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly ImageClient images = new(api.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Submit_gives_a_job_that_can_be_followed_to_its_analysis()
    {
        var submission = await images.SubmitAsync(Cat, new AnalysisOptions { Top = 2 }, cancellationToken: Cancellation);
        Assert.Null(submission.Analysis);
        Assert.Equal(submission.JobId, submission.Job!.Id);
        var changes = await images.FollowJobAsync(submission.JobId, Cancellation).ToListAsync(Cancellation);
        Assert.Equal([JobStatus.Queued, JobStatus.Running, JobStatus.Succeeded], changes.Select(job => job.Status));
        Assert.Equal(2, changes[^1].GetAnalysis().Labels!.Count);
        Assert.Equal(JobStatus.Succeeded, (await images.GetJobAsync(submission.JobId, Cancellation)).Status);
        await Refusals.FailAsync(ErrorCodes.JobFinished, () => images.CancelJobAsync(submission.JobId, Cancellation));
    }

    [Fact]
    public async Task Submit_that_waits_gives_the_analysis_and_the_id_of_its_job()
    {
        var wait = new SubmitOptions { Wait = TimeSpan.FromSeconds(29.5) };
        var preference = string.Empty;
        var call = new CallOptions { OnHeaders = headers => preference = headers.GetValues("Preference-Applied").Single() };
        var submission = await images.SubmitAsync(Cat, submit: wait, call: call, cancellationToken: Cancellation);
        Assert.Null(submission.Job);
        Assert.Equal("Egyptian cat", submission.Analysis!.Labels![0].Name);
        Assert.Equal("wait=30", preference);
        Assert.Equal(JobStatus.Succeeded, (await images.GetJobAsync(submission.JobId, Cancellation)).Status);
    }

    [Fact]
    public async Task Submit_twice_with_a_key_gives_one_job_and_with_another_image_a_mismatch()
    {
        var key = new SubmitOptions { IdempotencyKey = "typed-client-1" };
        var first = await images.SubmitAsync(Cat, submit: key, cancellationToken: Cancellation);
        var second = await images.SubmitAsync(Cat, submit: key, cancellationToken: Cancellation);
        Assert.Equal(first.JobId, second.JobId);
        await Refusals.FailAsync(
            ErrorCodes.IdempotencyMismatch,
            () => images.SubmitAsync(EncodedPicture.Gif(), submit: key, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Wait_for_a_job_that_fails_gives_its_problem()
    {
        var submission = await images.SubmitAsync(PngFile.WithSize(50, 50), cancellationToken: Cancellation);
        var job = await images.WaitForJobAsync(submission.JobId, Cancellation);
        Assert.Equal(JobStatus.Failed, job.Status);
        await Refusals.FailAsync(ErrorCodes.InvalidImage, () => Task.FromResult(job.GetAnalysis()));
    }

    [Fact]
    public async Task Ask_for_a_job_that_is_none_is_job_not_found()
    {
        await Refusals.FailAsync(ErrorCodes.JobNotFound, () => images.GetJobAsync("no/ne", Cancellation));
        await Refusals.FailAsync(ErrorCodes.JobNotFound, () => images.CancelJobAsync("none", Cancellation));
        await Refusals.FailAsync(ErrorCodes.JobNotFound, () => images.WaitForJobAsync("none", Cancellation));
    }

    [Fact]
    public async Task Follow_over_a_line_that_is_cut_goes_on_behind_the_last_change()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var service = await hanging.ApiAsync(("Jobs:Workers", "1"));
        await using var line = new CuttableLine(service.Client.BaseAddress!);
        using var http = new HttpClient { BaseAddress = line.Address };
        var direct = new ImageClient(service.Client);
        var submission = await direct.SubmitAsync(Cat, cancellationToken: Cancellation);
        var seen = new List<JobStatus>();
        await foreach (var job in new ImageClient(http).FollowJobAsync(submission.JobId, Cancellation))
        {
            seen.Add(job.Status);
            if (job.Status == JobStatus.Running)
            {
                line.Cut();
                await direct.CancelJobAsync(submission.JobId, Cancellation);
            }
        }

        Assert.Equal([JobStatus.Queued, JobStatus.Running, JobStatus.Canceled], seen);
        Assert.Equal(2, line.Connections);
        var canceled = await direct.GetJobAsync(submission.JobId, Cancellation);
        Assert.Throws<InvalidOperationException>(() => canceled.GetAnalysis());
    }
}
