using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>The system refuses to store more, as on a full disk, in the middle of an upload.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly byte[] Palace = Photo.Bytes("palace.jpg");

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"uploads-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Patch_is_overloaded_loses_nothing_and_goes_on_when_there_is_room()
    {
        using var api = await ApiChildProcess.StartAsync(("Uploads:Path", folder), ("Inference:Mode", "InProcess"));
        var caller = new TusCaller(api.Client);
        var path = await caller.CreateAsync(Palace.Length);
        await api.LimitFilesAsync("100000");
        using var full = await caller.PatchAsync(path, 0, TusCaller.Bytes(Palace));
        var problem = await Requests.ReadProblemAsync(full, ErrorCodes.Overloaded);
        Assert.DoesNotContain(folder, problem.Detail!, StringComparison.Ordinal);
        Assert.NotNull(full.Headers.RetryAfter);
        var offset = (int)await caller.OffsetAsync(path);
        Assert.InRange(offset, 1, 100_000);
        await NoByteMoreAsync(caller, path, offset);

        await api.LimitFilesAsync("unlimited");
        Assert.Equal(Palace.Length, await caller.AppendAsync(path, offset, Palace.AsMemory(offset)));
        await Eventually.IsTrueAsync(async () => (await api.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
        using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        Assert.Contains(
            Vision.ImageDigest.Of(Palace), await analysis.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_is_overloaded_and_leaves_no_file()
    {
        using var api = await ApiChildProcess.StartAsync(("Uploads:Path", folder));
        var caller = new TusCaller(api.Client);
        await api.LimitFilesAsync("10");
        using var full = await caller.PostAsync(null, ("Upload-Length", "5"));
        await Requests.ReadProblemAsync(full, ErrorCodes.Overloaded);
        Assert.Empty(Directory.EnumerateFiles(folder));
        await api.LimitFilesAsync("unlimited");
        await caller.CreateAsync(5);
    }

    /// <summary>With a checksum a request is stored as a whole or not at all.</summary>
    private static async Task NoByteMoreAsync(TusCaller caller, string path, int offset)
    {
        var rest = Palace.AsMemory(offset);
        using var full = await caller.PatchAsync(path, offset, TusCaller.Bytes(rest), TusCaller.Sha256(rest.Span));
        await Requests.ReadProblemAsync(full, ErrorCodes.Overloaded);
        Assert.Equal(offset, await caller.OffsetAsync(path));
    }
}
