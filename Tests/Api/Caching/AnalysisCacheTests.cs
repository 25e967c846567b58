using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApiService.Inference;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>What is computed once is not computed again, unless the caller wants it.</summary>
public sealed class AnalysisCacheTests
{
    private const string Miss = "analysis; fwd=miss";
    private const string FromMemory = "analysis; hit; detail=memory";
    private const string FromRedis = "analysis; hit; detail=redis";

    private static readonly (string, string) NoQuota = ("RateLimiting:Anonymous:PermitLimit", "1000");

    [Fact]
    public async Task Post_of_the_same_image_again_is_answered_from_memory_with_the_same_bytes()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota);
        var first = await PostAsync(api);
        var second = await PostAsync(api);
        Assert.Equal((Miss, FromMemory), (first.Status, second.Status));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(Miss, (await PostAsync(api, "?top=1")).Status);
    }

    [Fact]
    public async Task Post_with_no_cache_computes_anew_and_with_no_store_keeps_nothing()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota);
        Assert.Equal(Miss, (await PostAsync(api, cacheControl: "no-store")).Status);
        Assert.Equal(Miss, (await PostAsync(api)).Status);
        Assert.Equal(Miss, (await PostAsync(api, cacheControl: "no-cache")).Status);
        Assert.Equal(FromMemory, (await PostAsync(api)).Status);
    }

    [Fact]
    public async Task Post_of_one_new_image_by_32_callers_at_once_runs_one_inference()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota);
        using var inferences = new MetricCollector<double>(
            api.Services.GetRequiredService<IMeterFactory>(), "Vision", "vision.inference.duration");
        var replies = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => PostAsync(api)));
        Assert.Single(inferences.GetMeasurementSnapshot());
        Assert.Single(replies, reply => reply.Status == Miss);
        Assert.Single(replies.Select(reply => reply.Body).Distinct());
        Assert.All(replies, reply => Assert.Contains(
            reply.Status, (string[])[Miss, "analysis; fwd=miss; detail=coalesced", FromMemory]));
    }

    [Fact]
    public async Task Post_to_another_replica_is_answered_from_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        (string, string)[] settings = [NoQuota, ("ConnectionStrings:cache", redis.ConnectionString)];
        await using var one = await ApiProcess.StartAsync(settings);
        await using var other = await ApiProcess.StartAsync(settings);
        var computed = await PostAsync(one);
        Assert.Equal(Miss, computed.Status);

        // The caller gets the answer before Redis does.
        var address = $"/api/results/{DigestOf(computed.Body)}";
        HttpResponseMessage? shared = null;
        await Eventually.IsTrueAsync(async () =>
        {
            shared?.Dispose();
            shared = await other.Client.GetAsync(address, TestContext.Current.CancellationToken);
            return shared.IsSuccessStatusCode;
        });
        Assert.Equal(FromRedis, shared!.Headers.GetValues("Cache-Status").Single());
        Assert.Equal(computed.Body, (await PostAsync(other)).Body);
        shared.Dispose();
    }

    [Fact]
    public async Task Post_beyond_the_capacity_of_memory_lets_the_least_recently_used_go()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota, ("Caching:MemoryEntries", "2"));
        Assert.Equal(Miss, (await PostAsync(api, "?top=1")).Status);
        Assert.Equal(Miss, (await PostAsync(api, "?top=2")).Status);
        Assert.Equal(FromMemory, (await PostAsync(api, "?top=1")).Status);
        Assert.Equal(Miss, (await PostAsync(api, "?top=3")).Status);
        Assert.Equal(FromMemory, (await PostAsync(api, "?top=1")).Status);
        Assert.Equal(Miss, (await PostAsync(api, "?top=2")).Status);
    }

    [Fact]
    public async Task Get_of_a_result_repeats_what_was_computed_and_knows_its_tag()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(NoQuota, ("ConnectionStrings:cache", redis.ConnectionString));
        var body = (await PostAsync(api)).Body;
        var digest = DigestOf(body);
        for (var time = 0; time < 2; time++)
        {
            using var result = await api.Client.GetAsync($"/api/results/{digest}", TestContext.Current.CancellationToken);
            Assert.Equal(body, await result.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/results/{digest}");
            again.Headers.IfNoneMatch.Add(result.Headers.ETag!);
            using var unchanged = await api.Client.SendAsync(again, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }

        using var other = await api.Client.GetAsync($"/api/results/{digest}?top=7", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(other, ErrorCodes.ResultNotFound);
        using var none = await api.Client.GetAsync("/api/results/sha256:00", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(none, ErrorCodes.ResultNotFound);
    }

    [Fact]
    public async Task Get_of_labels_keeps_those_that_hold_the_text()
    {
        await using var api = await ApiProcess.StartAsync();
        var all = await LabelsAsync(api, string.Empty);
        var cats = await LabelsAsync(api, "?q=TABBY");
        Assert.Equal(1000, all.Count);
        Assert.Equal("tabby", cats[0].Name.Split(',')[0]);
        Assert.Equal("domestic cat", cats[0].Path![^1]);
        using var unknown = await api.Client.GetAsync("/api/models/none/labels", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(unknown, ErrorCodes.ModelNotFound);
    }

    internal static async Task<(string Status, string Body)> PostAsync(
        RunningService<InferenceOptions> api, string query = "", string? cacheControl = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + query) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        if (cacheControl is not null)
        {
            request.Headers.Add("Cache-Control", cacheControl);
        }

        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return (response.Headers.GetValues("Cache-Status").Single(), body);
    }

    private static string DigestOf(string body) => JsonSerializer.Deserialize(body, ContractsJsonContext.Default.Analysis)!.Digest;

    private static async Task<IReadOnlyList<LabelDescription>> LabelsAsync(RunningService<InferenceOptions> api, string query) =>
        (await api.Client.GetFromJsonAsync(
            "/api/models/efficientnet-lite2/labels" + query,
            ContractsJsonContext.Default.LabelList,
            TestContext.Current.CancellationToken))!.Labels;
}
