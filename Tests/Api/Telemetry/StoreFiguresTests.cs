using Tests.Api.Jobs;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Telemetry;

/// <summary>What waits in the stores, wherever they are.</summary>
public sealed class StoreFiguresTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("uploads-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stores_tell_of_jobs_and_uploads_that_wait(bool withRedis)
    {
        await using var redis = withRedis ? await RedisServer.StartAsync() : null;
        await using var api = await ApiProcess.StartAsync(
        [
            ("Jobs:Workers", "0"),
            ("Uploads:Path", folder.FullName),
            .. withRedis ? [("ConnectionStrings:cache", redis!.ConnectionString), ("Uploads:Store", "Redis")] : Array.Empty<(string, string)>(),
        ]);
        await api.Client.StartAsync();
        await api.Client.StartAsync(Photo.Bytes("coffee.jpg"));
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/uploads")
        {
            Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Length", "50000" } },
        };
        using var created = await api.Client.SendAsync(upload, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)created.StatusCode);

        IReadOnlyDictionary<string, double> Observe(string instrument) => api.Services.Observe<long>("ApiService", instrument);
        await Eventually.IsTrueAsync(() => Observe("vision.upload.open").GetValueOrDefault(string.Empty) == 1);
        Assert.Equal(50_000, Observe("vision.upload.bytes").Single().Value);
        Assert.Equal(0, Observe("vision.job.dead").Single().Value);
        Assert.Equal(
            new Dictionary<string, double>(StringComparer.Ordinal)
            {
                ["analysis queued"] = 2,
                ["analysis running"] = 0,
                ["training queued"] = 0,
                ["training running"] = 0,
            },
            Observe("vision.job.open"));
        var ages = api.Services.Observe<double>("ApiService", "vision.job.age");
        Assert.True(ages["analysis queued"] > 0);
        Assert.Equal(0, ages["training queued"]);
    }
}
