extern alias Inference;

using System.Net;
using ApiService.Inference;
using ApiService.Jobs;
using ApiService.Jobs.InRedis;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Api.Classifiers;

/// <summary>Trainings whose worker is gone, or at another service.</summary>
public sealed class ClassifierFaultTests
{
    [Fact]
    public async Task Train_whose_worker_is_gone_is_done_by_another_one()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var redis = await RedisServer.StartAsync();
        (string, string)[] settings = [("ConnectionStrings:cache", redis.ConnectionString), ("Jobs:Lease", "00:00:00.5")];
        await using var front = await ClassifierProcess.StartAsync(models.Root, [.. settings, ("Jobs:Workers", "0")]);
        var job = await front.Client.StartTrainingAsync(ClassifierRequests.Form("drinks", ClassifierRequests.Drinks()));

        // Takes the job like a worker that will never be heard of again.
        JobLease? lost = null;
        var store = front.Services.GetRequiredService<RedisJobStore>();
        await Eventually.IsTrueAsync(async () => (lost = await store.TakeAsync(JobKind.Training, TestContext.Current.CancellationToken)) is not null);
        await store.ReportAsync(lost!, 0.5, TestContext.Current.CancellationToken);
        Assert.Equal(0.5, (await front.Client.GetJobAsync(job.Id)).Progress);

        await using var worker = await ClassifierProcess.StartAsync(models.Root, [.. settings, ("Jobs:Workers", "1")]);
        var result = await front.Client.ResultAsync(job.Id);
        Assert.Equal("1", result.Model.Version);
        Assert.Equal(2, (await front.Client.GetJobAsync(job.Id)).Attempts);
        Assert.Equal(0, await redis.CountAsync("vision:{jobs}:image:*"));
    }

    [Fact]
    public async Task Train_at_the_inference_service_tells_how_far_it_is_and_ends_with_its_caller()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var engine = new RunningService<InferenceProgram>(host => host
            .UseSetting("Models:Path", models.Root).UseSetting("Classifiers:Backbone", ClassifierProcess.Backbone));
        await engine.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        await using var api = new RunningService<InferenceOptions>(host =>
        {
            foreach (var (name, value) in ClassifierProcess.Settings)
            {
                host.UseSetting(name, value);
            }

            host.UseSetting("services:inference:http:0", engine.Client.BaseAddress!.ToString());
        });
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);

        var refused = await api.Client.RefusedAsync(ClassifierRequests.Form(ClassifierProcess.Backbone, ClassifierRequests.Drinks()));
        Assert.Equal(["name"], refused.Errors!.Keys);

        var canceled = await api.Client.StartTrainingAsync(ClassifierRequests.Form("canceled", ClassifierRequests.Many(perClass: 400)));
        await Eventually.IsTrueAsync(async () => (await api.Client.GetJobAsync(canceled.Id)).Progress > 0);
        using var accepted = await api.Client.DeleteAsync($"/api/jobs/{canceled.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal(JobStatus.Canceled, (await api.Client.FinishAsync(canceled.Id)).Status);

        // One training goes on at a time, so this one waits for the end of the other.
        var job = await api.Client.StartTrainingAsync(ClassifierRequests.Form("drinks", ClassifierRequests.Drinks()));
        Assert.True((await api.Client.ResultAsync(job.Id)).Promoted);
        Assert.Empty(models.VersionsOf("canceled"));
        var analysis = await api.Client.AnalyzeAsync(Requests.Raw(PhotoVariants.Of("rocket.jpg", 1, first: 50)[0]), "?model=drinks");
        Assert.Equal("not coffee", analysis.Labels![0].Name);
        Assert.Empty(engine.ErrorLog);
    }
}
