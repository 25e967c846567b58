using System.Diagnostics;
using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>What a request causes is one trace, in whichever service, and tells nothing of the image.</summary>
public sealed class TraceTests
{
    private const string Canary = "canary4711";

    [Fact]
    public async Task Post_through_both_services_is_one_trace_with_a_span_for_each_stage()
    {
        await using var services = await TwoServices.StartAsync(RecordedTrace.Receiver);
        using var trace = new RecordedTrace();
        using var client = trace.CreateClient(services.Api.Client.BaseAddress!);
        Assert.Equal(trace.Id.ToHexString(), await PostAsync(client));
        await trace.EndedAsync("POST /api/analyze");

        Assert.Equal(trace.One("POST /api/analyze").SpanId, trace.One("ingest").ParentSpanId);
        Assert.Equal(trace.One("ingest").SpanId, trace.One("probe").ParentSpanId);
        Assert.Equal(trace.One("POST /api/analyze").SpanId, trace.One("cache").ParentSpanId);
        Assert.Equal(trace.One("cache").SpanId, trace.One("analysis").ParentSpanId);
        Assert.Equal(trace.One("analysis").SpanId, trace.One("POST").ParentSpanId);
        Assert.Equal(trace.One("POST").SpanId, trace.One("POST /v1/analyze").ParentSpanId);
        Assert.All(["queue", "labels"], name => Assert.Equal(trace.One("POST /v1/analyze").SpanId, trace.One(name).ParentSpanId));
        Assert.Equal(trace.One("labels").SpanId, trace.One("decode").ParentSpanId);

        Assert.Equal("miss", trace.One("cache").GetTagItem(SpanAttributes.CacheResult));
        Assert.Equal("jpeg", trace.One("probe").GetTagItem(SpanAttributes.ImageFormat));
        Assert.Equal("engine", trace.One("queue").GetTagItem(SpanAttributes.QueueName));
        Assert.DoesNotContain(trace.Texts, static text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(services.ErrorLog);
    }

    [Fact]
    public async Task Post_that_waits_for_the_run_of_another_links_to_it()
    {
        await using var inference = await GatedInference.StartAsync();
        await using var api = new RunningService<InferenceOptions>(host => host
            .UseSetting("services:inference:http:0", inference.Address.ToString())
            .UseSetting(RecordedTrace.Receiver.Name, RecordedTrace.Receiver.Value)
            .ConfigureTestServices(CallsInCache.Decorate));
        using var first = new RecordedTrace();
        using var second = new RecordedTrace();
        using var firstClient = first.CreateClient(api.Client.BaseAddress!);
        using var secondClient = second.CreateClient(api.Client.BaseAddress!);
        await Task.WhenAll(PostAsync(firstClient), PostSecondAsync());
        await first.EndedAsync("cache");
        await second.EndedAsync("cache");
        Assert.Equal("coalesced", second.One("cache").GetTagItem(SpanAttributes.CacheResult));
        Assert.Equal(first.One("analysis").Context, Assert.Single(second.One("cache").Links).Context);
        Assert.DoesNotContain(second.Spans, static span => span.DisplayName == "analysis");
        Assert.Empty(first.One("cache").Links);

        async Task PostSecondAsync()
        {
            await inference.Called.WaitAsync(TestContext.Current.CancellationToken);
            await Task.WhenAll(PostAsync(secondClient), OpenAsync());
        }

        async Task OpenAsync()
        {
            await Eventually.IsTrueAsync(() => ((CallsInCache)api.Services.GetRequiredService<HybridCache>()).Count == 2);
            inference.Open();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submit_carries_its_trace_to_the_worker_and_tells_no_job_id(bool withRedis)
    {
        await using var redis = withRedis ? await RedisServer.StartAsync() : null;
        await using var api = await ApiProcess.StartAsync(
            [RecordedTrace.Receiver, .. withRedis ? [("ConnectionStrings:cache", redis!.ConnectionString)] : Array.Empty<(string, string)>()]);
        using var trace = new RecordedTrace();
        using var client = trace.CreateClient(api.Client.BaseAddress!);
        var job = await client.StartAsync();
        await api.Client.FinishAsync(job.Id);
        await trace.EndedAsync("process analysis");
        await trace.EndedAsync("POST /api/analyze-async");
        await client.GetJobAsync(job.Id);
        await trace.EndedAsync("GET /api/jobs/{id}");

        var send = trace.One("send analysis");
        var process = trace.One("process analysis");
        Assert.Equal((ActivityKind.Producer, ActivityKind.Consumer), (send.Kind, process.Kind));
        Assert.Equal(send.SpanId, process.ParentSpanId);
        Assert.Equal(process.SpanId, trace.One("cache").ParentSpanId);
        Assert.Equal(withRedis ? "redis" : "memory", process.GetTagItem(SpanAttributes.MessagingSystem));
        Assert.Equal("/api/jobs/{id}", trace.One("GET /api/jobs/{id}").GetTagItem(SpanAttributes.UrlPath));
        Assert.DoesNotContain(trace.Texts, text => text.Contains(job.Id, StringComparison.Ordinal));
    }

    /// <summary>Posts a photo under a name, and gives the trace that the reply tells.</summary>
    private static async Task<string> PostAsync(HttpClient client)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Photo.Bytes("cat.jpg")), "image", $"{Canary}.jpg" } };
        using var response = await client.PostAsync(Requests.Route, form, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return response.Headers.GetValues("X-Trace-Id").Single();
    }
}
