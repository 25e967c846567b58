using System.Net;
using System.Security.Cryptography;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>How the bytes of an upload come, and which are refused.</summary>
[Collection<SharedUploads>]
public sealed class UploadTransferTests(UploadStores stores)
{
    private static readonly byte[] Palace = Photo.Bytes("palace.jpg");
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_in_any_pieces_gives_the_digest_of_the_photo(string store)
    {
        var random = new Random(20_261_125);
        var caller = stores.Caller(store);
        for (var round = 0; round < 4; round++)
        {
            var largest = round == 0 ? Palace.Length : random.Next(2, 60_000);
            var path = await caller.CreateAsync(Palace.Length);
            for (var offset = 0; offset < Palace.Length;)
            {
                var piece = Palace.AsMemory(offset, Math.Min(1 + random.Next(largest), Palace.Length - offset));
                piece = offset is > 0 and < 5 ? piece[..1] : piece;
                offset = await PatchAsync(caller, path, offset, piece, random);
                largest = offset > 2000 ? Math.Max(largest, 30_000) : largest;
            }

            using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
            var text = await analysis.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains(Vision.ImageDigest.Of(Palace), text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_of_a_body_in_tiny_chunks_is_taken(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Cat.Length);
        using var response = await caller.PatchAsync(path, 0, new ChunkedContent(Cat, "application/offset+octet-stream", () => 17));
        Assert.Equal((HttpStatusCode.NoContent, Cat.Length), (response.StatusCode, TusCaller.OffsetOf(response)));
        Assert.NotNull(TusCaller.Header(response, "Upload-Expires"));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_at_another_offset_is_a_mismatch(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Cat.Length);
        await caller.AppendAsync(path, 0, Cat.AsMemory(0, 100));
        foreach (var offset in new[] { 0, 99, 101, Cat.Length })
        {
            using var response = await caller.PatchAsync(path, offset, TusCaller.Bytes(Cat.AsMemory(0, 10)));
            await Requests.ReadProblemAsync(response, ErrorCodes.UploadOffsetMismatch);
        }

        Assert.Equal(100, await caller.OffsetAsync(path));
    }

    [Theory]
    [InlineData("Upload-Offset", "")]
    [InlineData("Upload-Offset", "-1")]
    [InlineData("Upload-Offset", "zero")]
    [InlineData("X-Nothing", "0")]
    public async Task Patch_without_a_valid_offset_is_refused(string header, string value)
    {
        var caller = stores.Caller("Disk");
        var path = await caller.CreateAsync(Cat.Length);
        using var response = await caller.SendAsync(HttpMethod.Patch, path, TusCaller.Bytes(Cat), ("Tus-Resumable", "1.0.0"), (header, value));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadInvalid);
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("image/jpeg")]
    [InlineData(null)]
    public async Task Patch_of_another_type_is_unsupported(string? type)
    {
        var caller = stores.Caller("Disk");
        var path = await caller.CreateAsync(Cat.Length);
        using var body = new ByteArrayContent(Cat);
        body.Headers.ContentType = type is null ? null : new(type);
        using var response = await caller.PatchAsync(path, 0, body);
        await Requests.ReadProblemAsync(response, ErrorCodes.UnsupportedMediaType);
        Assert.Equal(0, await caller.OffsetAsync(path));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_beyond_the_length_is_refused_and_stores_nothing_beyond(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(1000);
        using var told = await caller.PatchAsync(path, 0, TusCaller.Bytes(Cat.AsMemory(0, 1001)));
        await Requests.ReadProblemAsync(told, ErrorCodes.UploadInvalid);
        Assert.Equal(0, await caller.OffsetAsync(path));
        using var untold = await caller.PatchAsync(path, 0, new ChunkedContent(Cat, "application/offset+octet-stream", () => 900));
        await Requests.ReadProblemAsync(untold, ErrorCodes.UploadInvalid);
        Assert.InRange(await caller.OffsetAsync(path), 0, 1000);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_with_a_checksum_is_taken_if_it_is_right(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Palace.Length);
        using var wrong = await caller.PatchAsync(path, 0, TusCaller.Bytes(Palace), TusCaller.Sha256(Cat));
        await Requests.ReadProblemAsync(wrong, ErrorCodes.UploadChecksum);
        Assert.Equal(0, await caller.OffsetAsync(path));
        var first = Palace.AsMemory(0, 100);
#pragma warning disable CA5350 // The protocol names SHA-1.
        var sha1 = Convert.ToBase64String(SHA1.HashData(first.Span));
#pragma warning restore CA5350
        using var right = await caller.PatchAsync(path, 0, TusCaller.Bytes(first), ("Upload-Checksum", $"sha1 {sha1}"));
        Assert.Equal((HttpStatusCode.NoContent, 100), (right.StatusCode, TusCaller.OffsetOf(right)));
        using var rest = await caller.PatchAsync(path, 100, TusCaller.Bytes(Palace.AsMemory(100)), TusCaller.Sha256(Palace.AsSpan(100)));
        Assert.Equal((HttpStatusCode.NoContent, Palace.Length), (rest.StatusCode, TusCaller.OffsetOf(rest)));
    }

    [Theory]
    [InlineData("md5 1B2M2Y8AsgTpgAmY7PhCfg==")]
    [InlineData("sha1")]
    [InlineData("sha1 !")]
    [InlineData("sha256 2jmj7l5rSw0yVb/vlWAYkK/YBwk=")]
    [InlineData("")]
    public async Task Patch_with_a_checksum_that_cannot_be_read_is_refused(string checksum)
    {
        var caller = stores.Caller("Disk");
        var path = await caller.CreateAsync(Cat.Length);
        using var response = await caller.PatchAsync(path, 0, TusCaller.Bytes(Cat), ("Upload-Checksum", checksum));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadInvalid);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_with_what_is_no_image_removes_the_upload(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(1_000_000);
        Assert.Equal(1, await caller.AppendAsync(path, 0, Cat.AsMemory(0, 1)));
        using var response = await caller.PatchAsync(path, 1, TusCaller.Bytes("no image at all"u8.ToArray()));
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidImage);
        await caller.FailAsync(path, ErrorCodes.UploadNotFound);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_with_too_many_pixels_removes_the_upload(string store)
    {
        var bomb = PngFile.WithSize(60_000, 60_000);
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(1_000_000);
        Assert.Equal(20, await caller.AppendAsync(path, 0, bomb.AsMemory(0, 20)));
        using var response = await caller.PatchAsync(path, 20, TusCaller.Bytes(bomb.AsMemory(20)), TusCaller.Sha256(bomb.AsSpan(20)));
        await Requests.ReadProblemAsync(response, ErrorCodes.ImageDimensions);
        await caller.FailAsync(path, ErrorCodes.UploadNotFound);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Patch_of_several_at_once_lets_one_win(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Cat.Length);
        var replica = stores.AtReplica(store, caller);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            number => (number % 2 == 0 ? caller : replica).PatchAsync(path, 0, TusCaller.Bytes(Cat.AsMemory(0, 1000 + number)))));
        Assert.Equal(1, answers.Count(static answer => answer.StatusCode == HttpStatusCode.NoContent));
        Assert.Equal(5, answers.Count(static answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(TusCaller.OffsetOf(answers.Single(static answer => answer.IsSuccessStatusCode)), await caller.OffsetAsync(path));
        Array.ForEach(answers, static answer => answer.Dispose());
        stores.HasNoUnexpectedError(store);
    }

    private static async Task<int> PatchAsync(TusCaller caller, string path, int offset, ReadOnlyMemory<byte> piece, Random random)
    {
        (string, string)[] checksum = random.Next(2) == 0 ? [] : [TusCaller.Sha256(piece.Span)];
        using var response = await caller.PatchAsync(path, offset, TusCaller.Bytes(piece), checksum);
        Assert.Equal((HttpStatusCode.NoContent, offset + piece.Length), (response.StatusCode, TusCaller.OffsetOf(response)));
        return offset + piece.Length;
    }
}
