using System.Net.Sockets;
using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>Transfers that end in the middle, as they do on the wire.</summary>
[Collection<SharedUploads>]
public sealed class CutTransferTests(UploadStores stores)
{
    private static readonly byte[] Palace = Photo.Bytes("palace.jpg");

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_that_is_cut_off_keeps_what_arrived(string store)
    {
        const int Arrived = 100_001;
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Palace.Length);
        using (await SendPartAsync(caller, path, Arrived))
        {
            // A whole piece is stored, the next one is not full yet.
            await Eventually.IsTrueAsync(async () => await caller.OffsetAsync(path) > 0);
        }

        await Eventually.IsTrueAsync(async () => await caller.OffsetAsync(path) == Arrived);
        Assert.Equal(Palace.Length, await caller.AppendAsync(path, Arrived, Palace.AsMemory(Arrived)));
        using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        Assert.Contains(
            Vision.ImageDigest.Of(Palace), await analysis.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        stores.HasNoUnexpectedError(store);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_that_meets_its_deadline_keeps_what_arrived(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Palace.Length);
        using var socket = await SendPartAsync(caller, path, 5000, "X-Request-Deadline-Ms: 300");
        Assert.StartsWith("HTTP/1.1 504 ", await ReadAsync(socket), StringComparison.Ordinal);
        Assert.Equal(5000, await caller.OffsetAsync(path));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_with_a_checksum_that_is_cut_off_leaves_the_offset(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Palace.Length);
        var (name, value) = TusCaller.Sha256(Palace);
        using var socket = await SendPartAsync(caller, path, 100_000, $"{name}: {value}", "X-Request-Deadline-Ms: 300");
        Assert.StartsWith("HTTP/1.1 504 ", await ReadAsync(socket), StringComparison.Ordinal);
        Assert.Equal(0, await caller.OffsetAsync(path));
    }

    [Fact]
    public async Task Patch_that_never_ends_is_answered_at_the_declared_length()
    {
        var caller = stores.Caller("Disk");
        var path = await caller.CreateAsync(1000);
        using var socket = await ConnectAsync(caller);
        await socket.SendAsync(Encoding.ASCII.GetBytes(HeadOf(caller, path, "Transfer-Encoding: chunked")), TestContext.Current.CancellationToken);
        foreach (var chunk in Palace.Chunk(0x400).Take(4))
        {
            await socket.SendAsync((byte[])[.. "400\r\n"u8, .. chunk, .. "\r\n"u8], TestContext.Current.CancellationToken);
        }

        var answer = await ReadAsync(socket);
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("Tus-Resumable: 1.0.0", answer, StringComparison.Ordinal);
        Assert.InRange(await caller.OffsetAsync(path), 0, 1000);
    }

    [Fact]
    public async Task Post_that_is_cut_off_leaves_nothing_that_counts()
    {
        var caller = stores.Caller("Disk");
        for (var attempt = 0; attempt < 8; attempt++)
        {
            using var socket = await ConnectAsync(caller);
            var head = HeadOf(caller, TusCaller.Route, $"Content-Length: {Palace.Length}").Replace("PATCH", "POST", StringComparison.Ordinal);
            await socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Palace[..1000]], TestContext.Current.CancellationToken);
        }

        await Eventually.IsTrueAsync(async () =>
        {
            using var response = await caller.PostAsync(null, ("Upload-Length", "5"));
            return (int)response.StatusCode != ErrorCodes.UploadQuota.Status;
        });
    }

    private static async Task<Socket> SendPartAsync(TusCaller caller, string path, int bytes, params string[] headers)
    {
        var socket = await ConnectAsync(caller);
        var head = HeadOf(caller, path, [$"Content-Length: {Palace.Length}", .. headers]);
        await socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Palace[..bytes]], TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<Socket> ConnectAsync(TusCaller caller)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", caller.Http.BaseAddress!.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    private static string HeadOf(TusCaller caller, string path, params string[] headers) => string.Join("\r\n",
    [
        $"PATCH {path} HTTP/1.1", "Host: localhost", "Tus-Resumable: 1.0.0", "Upload-Offset: 0", $"Upload-Length: {Palace.Length}",
        "Content-Type: application/offset+octet-stream", $"X-Forwarded-For: {caller.Address}", .. headers, string.Empty, string.Empty,
    ]);

    private static async Task<string> ReadAsync(Socket socket)
    {
        var buffer = new byte[4096];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken));
    }
}
