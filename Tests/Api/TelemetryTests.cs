using System.Diagnostics.Metrics;
using ApiService.Caching;
using ApiService.Inference;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Api.Callers;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>The metrics that the API service has of its own.</summary>
public sealed class TelemetryTests
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

    private static MetricCollector<long> Collect(RunningService<InferenceOptions> api, string instrument) =>
        new(api.Services.GetRequiredService<IMeterFactory>(), "ApiService", instrument);

    private static IEnumerable<object?> TagsOf(MetricCollector<long> collector, string tag) =>
        collector.GetMeasurementSnapshot().Select(measurement => measurement.Tags[tag]);
}
