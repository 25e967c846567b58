extern alias Inference;

using System.Net;
using System.Text.Json.Nodes;
using ApiService.Inference;
using Contracts;
using Tests.Api;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Deployment.Upgrades;

/// <summary>Replicas of two releases side by side, as they are for the length of a rollout.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_an_engine_of_the_first_release_gives_its_answer()
    {
        await using var engine = await RecordedEngine.StartAsync(static _ => { }, Cancellation);
        await using var api = await ApiBeforeAsync(engine.Address);

        var analysis = await AnalyzeAsync(api, Photo.Bytes(RecordedContract.PhotoName));

        Assert.Equal("Egyptian cat", analysis["labels"]![0]!["name"]!.GetValue<string>());
        Assert.False(analysis["moderation"]!["flagged"]!.GetValue<bool>());
        Assert.Equal(1, engine.Analyses);
    }

    [Fact]
    public async Task Follow_an_engine_of_the_first_release_tells_its_events()
    {
        await using var engine = await RecordedEngine.StartAsync(static _ => { }, Cancellation);
        await using var api = await ApiBeforeAsync(engine.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Requests.Route}?features=labels")
        {
            Content = Requests.Raw(Photo.Bytes(RecordedContract.PhotoName)),
            Headers = { { "Accept", "text/event-stream" } },
        };

        using var response = await api.Client.SendAsync(request, Cancellation);
        var events = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("event: feature", events, StringComparison.Ordinal);
        Assert.Contains("event: completed", events, StringComparison.Ordinal);
        Assert.DoesNotContain("event: failed", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_an_engine_of_a_later_release_leaves_out_what_is_not_known_yet()
    {
        await using var engine = await RecordedEngine.StartAsync(AddUnknown, Cancellation);
        await using var api = await ApiBeforeAsync(engine.Address);

        var analysis = await AnalyzeAsync(api, Photo.Bytes(RecordedContract.PhotoName));
        var models = JsonNode.Parse(await api.Client.GetStringAsync("/api/models", Cancellation))!;

        Assert.Equal("Egyptian cat", analysis["labels"]![0]!["name"]!.GetValue<string>());
        Assert.Null(analysis["inventedLater"]);
        Assert.Equal("efficientnet-lite2", models["models"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ask_as_an_api_of_the_first_release_gets_all_that_it_reads()
    {
        await using var engine = await EngineAsync();
        var recorded = RecordedContract.AnalyzeRequest;
        using var request = new HttpRequestMessage(HttpMethod.Post, recorded["path"]!.GetValue<string>())
        {
            Content = Requests.Raw(Photo.Bytes(RecordedContract.PhotoName)),
            Headers = { { RequestHeaders.ImageDigest, recorded["headers"]![RequestHeaders.ImageDigest]!.GetValue<string>() } },
        };

        using var response = await engine.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.True(response.IsSuccessStatusCode, text);
        Assert.All(RecordedContract.AnalyzeResponse["headers"]!.AsObject(), header => Assert.True(response.Headers.Contains(header.Key), header.Key));
        var expected = RecordedContract.AnalyzeResponse["body"]!;
        AssertReads(expected, JsonNode.Parse(text), "analysis", ignored: ["objects", "faces", "text", "colors", "moderation"]);
    }

    [Fact]
    public async Task Ask_as_an_api_of_the_first_release_gets_the_models_and_the_problems_that_it_reads()
    {
        await using var engine = await EngineAsync();

        var models = JsonNode.Parse(await engine.Client.GetStringAsync("/v1/models", Cancellation))!;
        using var refused = await engine.Client.PostAsync("/v1/analyze?features=labels", Requests.Raw("no image"u8.ToArray()), Cancellation);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancellation));

        var classifier = models["models"]!.AsArray().Single(model => model!["name"]!.GetValue<string>() == "efficientnet-lite2");
        AssertReads(RecordedContract.Models["models"]![0]!, classifier, "model", ignored: []);
        AssertReads(RecordedContract.Problem, problem, "problem", ignored: []);
        Assert.Equal("invalid_image", problem!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Roll_out_a_release_loses_no_request_while_both_are_there()
    {
        const int Requests = 12;
        await using var old = await RecordedEngine.StartAsync(static _ => { }, Cancellation);
        await using var current = await EngineAsync();
        await using var front = await TurnTaker.StartAsync([old.Address, current.Client.BaseAddress!], Cancellation);
        await using var api = await ApiBeforeAsync(front.Address);

        // Each its own picture, so that none is answered from a cache.
        var answers = await Task.WhenAll(PhotoVariants.Of(RecordedContract.PhotoName, Requests).Select(photo => AnalyzeAsync(api, photo)));

        Assert.All(answers, static answer => Assert.NotEmpty(answer["labels"]!.AsArray()));
        Assert.InRange(old.Analyses, 1, Requests - 1);
    }

    private static Task<RunningService<InferenceOptions>> ApiBeforeAsync(Uri engine) => StartedAsync(new RunningService<InferenceOptions>(host => host
        .UseSetting("services:inference:http:0", engine.ToString()).UseSetting("RateLimiting:Anonymous:PermitLimit", "1000")));

    private static Task<RunningService<InferenceProgram>> EngineAsync() => StartedAsync(new RunningService<InferenceProgram>(static host =>
    {
        foreach (var (name, value) in EngineSettings.ClassifiersAlone)
        {
            host.UseSetting(name, value);
        }
    }));

    private static async Task<RunningService<T>> StartedAsync<T>(RunningService<T> service)
        where T : class
    {
        await service.WaitUntilReadyAsync(Cancellation);
        return service;
    }

    private static async Task<JsonNode> AnalyzeAsync(RunningService<InferenceOptions> api, byte[] photo)
    {
        using var response = await api.Client.PostAsync($"{Requests.Route}?features=labels,moderation", Requests.Raw(photo), Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>More properties in every object, as a release adds them.</summary>
    private static void AddUnknown(JsonObject body)
    {
        foreach (var child in body.Select(static property => property.Value).ToList())
        {
            AddUnknown(child);
        }

        body["inventedLater"] = new JsonObject { ["of"] = "a kind that nobody knows" };
    }

    private static void AddUnknown(JsonNode? node)
    {
        if (node is JsonObject inner)
        {
            AddUnknown(inner);
        }
        else if (node is JsonArray items)
        {
            items.ToList().ForEach(AddUnknown);
        }
    }

    /// <summary>Everything that was there is still there, and of the same kind; more may have come.</summary>
    private static void AssertReads(JsonNode expected, JsonNode? actual, string path, IReadOnlyList<string> ignored)
    {
        Assert.True(actual is not null, $"{path} is gone.");
        Assert.True(expected.GetValueKind() == actual.GetValueKind() || (IsTruth(expected) && IsTruth(actual)), $"{path} is of another kind.");
        if (expected is JsonObject members)
        {
            foreach (var (name, member) in members.Where(member => member.Value is not null && !ignored.Contains(member.Key)))
            {
                AssertReads(member!, actual[name], $"{path}.{name}", []);
            }
        }
        else if (expected is JsonArray { Count: > 0 } items)
        {
            AssertReads(items[0]!, actual.AsArray().FirstOrDefault(), $"{path}[0]", []);
        }
    }

    private static bool IsTruth(JsonNode node) => node.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False;
}
