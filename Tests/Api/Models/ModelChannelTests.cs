extern alias Inference;

using System.Net.Http.Json;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Api.Models;

/// <summary>Replicas that share a repository hear of each other's changes by Redis, long before they look at the folder.</summary>
public sealed class ModelChannelTests : IDisposable
{
    private const string Name = "efficientnet-lite0";

    private readonly ModelCopy copy = new(Name);

    public ModelChannelTests() => copy.AddVersion("2");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promotion_at_one_API_replica_reaches_the_others()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await ApiAsync(redis);
        await using var second = await ApiAsync(redis);
        await ReachesAsync(first.Client, second.Client, "/api/models");
    }

    [Fact]
    public async Task Promotion_at_one_inference_replica_reaches_the_others()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var first = await InferenceAsync(redis);
        await using var second = await InferenceAsync(redis);
        await ReachesAsync(first.Client, second.Client, "/v1/models");
    }

    [Fact]
    public async Task Start_without_the_Redis_that_is_configured_answers_all_the_same()
    {
        await using var redis = await RedisServer.StartAsync();
        redis.Stop();
        await using var service = await InferenceAsync(redis);
        await PromoteAsync(service.Client, "/v1/models", "1");
        Assert.Equal("1", await LiveAsync(service.Client, "/v1/models"));
    }

    public void Dispose() => copy.Dispose();

    /// <summary>Promotes until it is heard: a replica may not listen yet when it is ready.</summary>
    private static async Task ReachesAsync(HttpClient first, HttpClient second, string route)
    {
        await Eventually.IsTrueAsync(async () =>
        {
            await PromoteAsync(first, route, "2");
            await PromoteAsync(first, route, "1");
            return await LiveAsync(second, route) == "1";
        });
    }

    private static async Task PromoteAsync(HttpClient client, string route, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{route}/{Name}/versions/{version}/promote");
        request.Headers.Add(RequestHeaders.ApiKey, "admin-key");
        using var response = await client.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static async Task<string?> LiveAsync(HttpClient client, string route) =>
        (await client.GetFromJsonAsync(route, ContractsJsonContext.Default.ModelList, Token))!.Models.Single().Version;

    private async Task<RunningService<InferenceProgram>> InferenceAsync(RedisServer redis)
    {
        var service = new RunningService<InferenceProgram>(host => host
            .UseSetting("Models:Path", copy.Root)
            .UseSetting("Models:PollInterval", "01:00:00")
            .UseSetting("ConnectionStrings:cache", redis.ConnectionString));
        await service.WaitUntilReadyAsync(Token);
        return service;
    }

    private Task<RunningService<InferenceOptions>> ApiAsync(RedisServer redis) => ApiProcess.StartAsync(
    [
        .. AdminRequests.Settings, ("Models:Path", copy.Root), ("Models:PollInterval", "01:00:00"),
        ("ConnectionStrings:cache", redis.ConnectionString),
    ]);
}
