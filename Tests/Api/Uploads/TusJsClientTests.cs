using System.Net;
using ApiService.Inference;
using Tests.Fixtures;
using Tests.Web;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>The stock client uploads a photo by way of the web front end, is cut off, and goes on where it was.</summary>
public sealed class TusJsClientTests(TusJsClient client) : IAsyncLifetime
{
    private const int ChunkBytes = 100_000;

    private static readonly string Galaxies = Path.Combine(Photo.Folder, "galaxies.jpg");

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"uploads-{Guid.NewGuid():N}");
    private RunningService<InferenceOptions> api = null!;
    private RunningService<DiscoveredDestinations> web = null!;

    private Uri Endpoint => new(web.Client.BaseAddress!, TusCaller.Route);

    public async ValueTask InitializeAsync()
    {
        api = await ApiProcess.StartAsync(("Uploads:Path", folder));
        web = WebBefore.Api(api.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await api.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_made_up_for_by_the_client_alone()
    {
        var run = await client.UploadAsync(Endpoint, Galaxies, new { chunkSize = ChunkBytes, cutAt = 2 * ChunkBytes });
        Assert.True(run.Outcome == "done", run.Message);
        Assert.Equal("/api/uploads", run.Url!.AbsolutePath[..12]);
        var cut = run.Exchanges.Index().Single(static exchange => exchange.Item.Status == 0).Index;
        Assert.Equal(("PATCH", 2L * ChunkBytes), (run.Exchanges[cut].Method, run.Exchanges[cut].Sent));
        var (asked, resumed) = GoneOn(run.Exchanges.Skip(cut + 1));
        Assert.InRange(asked, 2 * ChunkBytes, 3 * ChunkBytes);
        Assert.Equal(asked, resumed);
        await AnalyzesAsync(run);
    }

    [Fact]
    public async Task A_client_that_died_is_made_up_for_by_another_that_knows_the_address()
    {
        var dead = await client.UploadAsync(Endpoint, Galaxies, new { chunkSize = ChunkBytes, stopAt = ChunkBytes });
        Assert.Equal(("stopped", 201), (dead.Outcome, dead.Exchanges[0].Status));
        var run = await client.UploadAsync(Endpoint, Galaxies, new { chunkSize = ChunkBytes, uploadUrl = dead.Url });
        Assert.Equal((ChunkBytes, ChunkBytes), GoneOn(run.Exchanges));
        Assert.DoesNotContain(run.Exchanges, static exchange => exchange.Method == "POST");
        await AnalyzesAsync(run);
    }

    [Fact]
    public async Task The_front_end_passes_every_method_and_header()
    {
        var caller = new TusCaller(web.Client);
        using var options = await caller.SendAsync(HttpMethod.Options, TusCaller.Route, null, []);
        Assert.Equal("20971520", TusCaller.Header(options, "Tus-Max-Size"));
        using var created = await caller.PostAsync(
            TusCaller.Bytes(Photo.Bytes("cat.jpg").AsMemory(0, 10)), ("Upload-Length", "1000"), ("Upload-Metadata", "filename Y2F0LmpwZw=="));
        var path = created.Headers.Location!.OriginalString;
        Assert.Equal(("/api/uploads/", 10), (path[..13], TusCaller.OffsetOf(created)));
        using var head = await caller.SendAsync(HttpMethod.Head, path);
        Assert.Equal("filename Y2F0LmpwZw==", TusCaller.Header(head, "Upload-Metadata"));
        Assert.Equal(("10", "1000"), (TusCaller.Header(head, "Upload-Offset"), TusCaller.Header(head, "Upload-Length")));
        var more = Photo.Bytes("cat.jpg").AsMemory(10, 10);
        using var patch = await caller.PatchAsync(path, 10, TusCaller.Bytes(more), TusCaller.Sha256(more.Span));
        Assert.Equal(("20", false), (TusCaller.Header(patch, "Upload-Offset"), TusCaller.Header(patch, "Upload-Expires") is null));
        using var mismatch = await caller.PatchAsync(path, 10, TusCaller.Bytes(more));
        Assert.Equal(HttpStatusCode.Conflict, mismatch.StatusCode);
        using var delete = await caller.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(HttpStatusCode.NoContent, delete.StatusCode);
    }

    /// <summary>The offset that the server told when it was asked, and the one that the client went on from.</summary>
    private static (long Asked, long Resumed) GoneOn(IEnumerable<TusExchange> exchanges)
    {
        var rest = exchanges.SkipWhile(static exchange => exchange is not { Method: "HEAD", Status: 200 }).Take(2).ToList();
        Assert.Equal("PATCH", rest[1].Method);
        return (rest[0].Told!.Value, rest[1].Sent!.Value);
    }

    private async Task AnalyzesAsync(TusRun run)
    {
        var analysis = await web.Client.AnalyzeAsync(Requests.Json($$"""{"upload":"{{run.Url!.Segments[^1]}}"}"""));
        Assert.Equal(Vision.ImageDigest.Of(await File.ReadAllBytesAsync(Galaxies, TestContext.Current.CancellationToken)), analysis.Digest);
    }
}
