using System.Diagnostics;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>A real Redis that holds the uploads, and goes away or is full.</summary>
public sealed class UploadStoreFaultTests
{
    private static readonly byte[] Palace = Photo.Bytes("palace.jpg");

    [Fact]
    public async Task Stop_Redis_is_overloaded_at_once_and_goes_on_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        var caller = new TusCaller(api.Client);
        var path = await caller.CreateAsync(Palace.Length);
        redis.Stop();
        var started = Stopwatch.GetTimestamp();
        await AwayAsync(await caller.PostAsync(null, ("Upload-Length", "1")));
        await AwayAsync(await caller.PatchAsync(path, 0, TusCaller.Bytes(Palace)));
        await AwayAsync(await caller.SendAsync(HttpMethod.Delete, path));
        await AwayAsync(await caller.AnalyzeAsync(TusCaller.IdOf(path)));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), "The requests waited for Redis.");
        await redis.RestartAsync();
        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await caller.PostAsync(null, ("Upload-Length", "1"));
            return response.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task Pause_Redis_in_the_middle_loses_no_byte()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        var caller = new TusCaller(api.Client);
        var path = await caller.CreateAsync(Palace.Length);
        await caller.AppendAsync(path, 0, Palace.AsMemory(0, 1000));
        redis.Pause();
        await AwayAsync(await caller.PatchAsync(path, 1000, TusCaller.Bytes(Palace.AsMemory(1000))));
        redis.Resume();
        await Eventually.IsTrueAsync(async () =>
        {
            using var head = await caller.SendAsync(HttpMethod.Head, path);
            return head.IsSuccessStatusCode;
        });

        // A command that nobody waited for any more may have arrived all the same; the offset tells.
        await Eventually.IsTrueAsync(async () =>
        {
            var offset = (int)await caller.OffsetAsync(path);
            using var response = await caller.PatchAsync(path, offset, TusCaller.Bytes(Palace.AsMemory(offset)));
            return response.IsSuccessStatusCode;
        });
        using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        Assert.Contains(
            Vision.ImageDigest.Of(Palace), await analysis.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fill_Redis_is_overloaded_and_goes_on_when_there_is_room()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await StartAsync(redis);
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync($"{redis.ConnectionString},allowAdmin=true");
        var server = connection.GetServer(redis.ConnectionString);
        var caller = new TusCaller(api.Client);
        var path = await caller.CreateAsync(Palace.Length);
        await server.ConfigSetAsync("maxmemory", "1");
        await AwayAsync(await caller.PatchAsync(path, 0, TusCaller.Bytes(Palace), TusCaller.Sha256(Palace)));
        await server.ConfigSetAsync("maxmemory", "0");
        Assert.Equal(0, await caller.OffsetAsync(path));
        Assert.Equal(Palace.Length, await caller.AppendAsync(path, 0, Palace));
    }

    private static Task<RunningService<ApiService.Inference.InferenceOptions>> StartAsync(RedisServer redis) => ApiProcess.StartAsync(
        ("ConnectionStrings:cache", redis.ConnectionString), ("Uploads:Store", "Redis"), ("RateLimiting:Anonymous:PermitLimit", "1000"));

    private static async Task AwayAsync(HttpResponseMessage response)
    {
        using (response)
        {
            await Requests.ReadProblemAsync(response, ErrorCodes.Overloaded);
            Assert.NotNull(response.Headers.RetryAfter);
        }
    }
}
