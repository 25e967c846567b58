extern alias Inference;

using System.Diagnostics.Metrics;
using ApiService.Inference;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Api.Caching;

/// <summary>Many callers who ask for the same at once, through two services: one of them is waited for by all.</summary>
public sealed class CoalescingTests
{
    [Fact]
    public async Task Post_by_32_callers_at_once_runs_one_inference_at_the_service()
    {
        await using var inference = new RunningService<InferenceProgram>(static _ => { });
        await inference.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        await using var api = await StartAsync(inference.Client.BaseAddress!);
        using var inferences = new MetricCollector<double>(
            inference.Services.GetRequiredService<IMeterFactory>(), "Vision", "vision.inference.duration");
        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => AnalysisCacheTests.PostAsync(api)));
        Assert.Single(inferences.GetMeasurementSnapshot());
        Assert.Single(replies, static reply => reply.Status == "analysis; fwd=miss");
        Assert.Single(replies.Select(static reply => reply.Body).Distinct());
    }

    [Fact]
    public async Task Leave_in_the_middle_of_a_shared_run_leaves_the_answer_to_the_others()
    {
        await using var inference = await GatedInference.StartAsync();
        await using var api = await StartAsync(inference.Address);
        using var leaving = new CancellationTokenSource();
        var first = PostAsync(api, leaving.Token);
        await inference.Called.WaitAsync(TestContext.Current.CancellationToken);
        var others = Enumerable.Range(0, 4).Select(_ => PostAsync(api, TestContext.Current.CancellationToken)).ToList();
        await Eventually.IsTrueAsync(() => CallsOf(api) == 5);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Eventually.IsTrueAsync(() => CallsOf(api) == 4);
        inference.Open();
        foreach (var reply in await Task.WhenAll(others))
        {
            Assert.Equal(200, (int)reply.StatusCode);
            Assert.Equal("analysis; fwd=miss; detail=coalesced", reply.Headers.GetValues("Cache-Status").Single());
            Assert.Equal("queue;dur=1, decode;dur=2, labels;dur=3", reply.Headers.GetValues("Server-Timing").Single());
            reply.Dispose();
        }

        Assert.Equal(1, inference.Calls);
    }

    private static int CallsOf(RunningService<InferenceOptions> api) => ((CallsInCache)api.Services.GetRequiredService<HybridCache>()).Count;

    private static Task<HttpResponseMessage> PostAsync(RunningService<InferenceOptions> api, CancellationToken cancellationToken) =>
        api.Client.PostAsync(Requests.Route, Requests.Raw(Photo.Bytes("cat.jpg")), cancellationToken);

    private static async Task<RunningService<InferenceOptions>> StartAsync(Uri inference)
    {
        var api = new RunningService<InferenceOptions>(host => host
            .UseSetting("services:inference:http:0", inference.ToString())
            .UseSetting("RateLimiting:Anonymous:PermitLimit", "1000")
            .ConfigureTestServices(CallsInCache.Decorate));
        await api.WaitUntilReadyAsync(TestContext.Current.CancellationToken);
        return api;
    }
}
