using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>Uploads end, and leave nothing.</summary>
public sealed class UploadExpiryTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"uploads-{Guid.NewGuid():N}");
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);

    public UploadExpiryTests() => Directory.CreateDirectory(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_upload_in_a_folder_is_gone_after_an_hour_and_its_files_with_the_next_sweep()
    {
        await using var api = Start();
        var caller = new TusCaller(api.Client);
        var path = await caller.CreateAsync(100);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await caller.OffsetAsync(path));
        time.Advance(TimeSpan.FromSeconds(61));
        await caller.FailAsync(path, ErrorCodes.UploadNotFound);
        await SweptAsync();

        // Its place is free again.
        for (var number = 0; number < 8; number++)
        {
            await caller.CreateAsync(100);
        }
    }

    [Fact]
    public async Task What_a_dead_process_left_in_the_folder_counts_until_it_is_swept()
    {
        await using (var former = Start())
        {
            var caller = new TusCaller(former.Client);
            for (var number = 0; number < 8; number++)
            {
                await caller.CreateAsync(100);
            }
        }

        // It died in the middle of creating one, and of describing another.
        await File.WriteAllTextAsync(Path.Combine(folder, new string('a', 32) + ".bytes"), string.Empty, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, new string('b', 32) + ".json"), "{\"Id\":", TestContext.Current.CancellationToken);
        await using var next = Start();
        using var refused = await new TusCaller(next.Client).PostAsync(null, ("Upload-Length", "1"));
        await Requests.ReadProblemAsync(refused, ErrorCodes.UploadQuota);
        time.Advance(TimeSpan.FromMinutes(61));
        await SweptAsync();
        await new TusCaller(next.Client).CreateAsync(1);
    }

    [Fact]
    public async Task An_upload_in_Redis_expires_by_itself_and_frees_its_place()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var api = await ApiProcess.StartAsync(
            ("ConnectionStrings:cache", redis.ConnectionString), ("Uploads:Store", "Redis"), ("Uploads:Expiration", "00:00:00.500"));
        var caller = new TusCaller(api.Client);
        using var created = await caller.PostAsync(TusCaller.Bytes(EncodedPicture.Gif().AsMemory(0, 20)), ("Upload-Length", "100"));
        Assert.Equal(20, TusCaller.OffsetOf(created));
        await Eventually.IsTrueAsync(async () =>
        {
            using var head = await caller.SendAsync(HttpMethod.Head, created.Headers.Location!.OriginalString);
            return (int)head.StatusCode == ErrorCodes.UploadNotFound.Status;
        });
        await using var connection = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var server = connection.GetServer(redis.ConnectionString);
        await Eventually.IsTrueAsync(() => !server.Keys(pattern: "vision:{uploads}:*").Any());
    }

    private RunningService<InferenceOptions> Start() => new(host => host
        .UseSetting("Uploads:Path", folder)
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(time)));

    private Task SweptAsync() => Eventually.IsTrueAsync(() =>
    {
        time.Advance(TimeSpan.FromMinutes(1));
        return !Directory.EnumerateFiles(folder).Any();
    });
}
