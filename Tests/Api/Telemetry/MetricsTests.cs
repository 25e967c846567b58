using System.Diagnostics.Metrics;
using ApiService.Caching;
using ApiService.Inference;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Api.Callers;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Vision.Admission;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>The metrics that the API service has of its own.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Post_tells_where_the_analysis_came_from()
    {
        await using var api = await ApiProcess.StartAsync();
        using var answers = Collect(api, "vision.cache.requests");
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        using var refused = await api.PostAsync();
        Assert.Equal(["miss", "memory"], TagsOf(answers, "result"));
    }

    [Theory]
    [InlineData("analysis; fwd=miss", "miss")]
    [InlineData("analysis; fwd=miss; detail=coalesced", "coalesced")]
    [InlineData("analysis; hit; detail=memory", "memory")]
    [InlineData("analysis; hit; detail=redis", "redis")]
    public void Source_of_a_reply_is_what_its_header_says(string header, string source) =>
        Assert.Equal(source, new AnalysisReply(default, header, []).Source);

    [Fact]
    public async Task Post_beyond_the_quota_tells_its_policy()
    {
        await using var api = await ApiProcess.StartAsync(("RateLimiting:Anonymous:PermitLimit", "2"), ("RateLimiting:Read:PermitLimit", "1"));
        using var refusals = Collect(api, "vision.quota.refusals");
        for (var call = 0; call < 3; call++)
        {
            using var response = await api.PostAsync();
        }

        using var batch = await api.PostBatchAsync(images: 3);
        for (var call = 0; call < 2; call++)
        {
            using var response = await api.Client.GetAsync("/api/models", TestContext.Current.CancellationToken);
        }

        Assert.Equal(["analyze", "analyze", "read"], TagsOf(refusals, "policy"));
    }

    [Fact]
    public async Task Submit_tells_of_the_job_while_it_is_worked_on()
    {
        await using var inference = await GatedInference.StartAsync();
        await using var api = new RunningService<InferenceOptions>(
            host => host.UseSetting("services:inference:http:0", inference.Address.ToString()));
        using var jobs = Collect(api, "vision.job.active");
        var job = await api.Client.StartAsync();
        await inference.Called.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, Assert.Single(jobs.GetMeasurementSnapshot()).Value);
        inference.Open();
        await api.Client.FinishAsync(job.Id);
        await Eventually.IsTrueAsync(() => jobs.GetMeasurementSnapshot().Sum(static measurement => measurement.Value) == 0);
        Assert.Equal(["analysis", "analysis"], TagsOf(jobs, "kind"));
    }

    [Fact]
    public async Task Image_without_a_worker_is_told_by_queue_and_reason()
    {
        await using var services = await TwoServices.StartAsync(("Admission:Capacity", "1"));
        using var api = Collect(services.Api, "vision.ingest.refusals");
        using var engine = new MetricCollector<long>(services.InferenceServices.GetRequiredService<IMeterFactory>(), "Vision", "vision.queue.refusals");
        var release = await services.OccupyWorkerAsync();
        using var leaving = new CancellationTokenSource();
        var waiting = services.Api.Client.PostAsync(Requests.Route, Requests.Raw(Photo.Bytes("cat.jpg")), leaving.Token);
        await Eventually.IsTrueAsync(() => services.InferenceServices.GetRequiredService<AdmissionQueue>().WaitingCount == 1);
        await services.Api.Client.FailAsync(Requests.Raw(Photo.Bytes("coffee.jpg")), ErrorCodes.Overloaded);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.IsTrueAsync(() => TagsOf(engine, "reason").Count() == 2);
        Assert.Equal(["full", "left"], TagsOf(engine, "reason"));
        Assert.Equal(["engine", "engine"], TagsOf(engine, "queue"));
        Assert.Equal(["engine"], TagsOf(api, "reason"));
        release.SetResult();
    }

    [Fact]
    public async Task Feature_that_fails_is_told_by_its_code()
    {
        await using var api = await ApiProcess.StartAsync();
        using var failures = new MetricCollector<long>(
            api.Services.GetRequiredService<IMeterFactory>(), "Vision", "vision.feature.failures");
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), "?features=labels,objects");
        Assert.Equal(["objects"], TagsOf(failures, "feature"));
        Assert.Equal(["feature_unavailable"], TagsOf(failures, "code"));
    }

    [Fact]
    public async Task Job_that_ends_is_told_with_its_outcome()
    {
        await using var api = await ApiProcess.StartAsync();
        using var finished = Collect(api, "vision.job.finished");
        var good = await api.Client.StartAsync();
        await api.Client.FinishAsync(good.Id);
        var bad = await api.Client.StartAsync(PngFile.WithSize(50, 50));
        await api.Client.FinishAsync(bad.Id);
        await Eventually.IsTrueAsync(() => TagsOf(finished, "outcome").Count() == 2);
        Assert.Equal(["succeeded", "failed"], TagsOf(finished, "outcome"));
    }

    [Fact]
    public async Task Metrics_name_each_model_that_is_set_up_and_the_native_memory()
    {
        await using var api = await ApiProcess.StartAsync(("Objects:Model", "no-such-model"));
        var ready = api.Services.Observe<int>("Vision", "vision.model.ready");
        Assert.Equal((1, 0), (ready["efficientnet-lite2"], ready["no-such-model"]));
        Assert.True(api.Services.Observe<long>("Vision", "vision.native.memory")["vips"] >= 0);
    }

    private static MetricCollector<long> Collect(RunningService<InferenceOptions> api, string instrument) =>
        new(api.Services.GetRequiredService<IMeterFactory>(), "ApiService", instrument);

    /// <summary>The values of a tag. A counter that only says that it is there, which may be at any time, has counted nothing.</summary>
    private static IEnumerable<object?> TagsOf(MetricCollector<long> collector, string tag) =>
        collector.GetMeasurementSnapshot().Where(static measurement => measurement.Value != 0).Select(measurement => measurement.Tags[tag]);
}
