using System.Net;
using System.Runtime.Versioning;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>How uploads begin, and what is said of them.</summary>
[Collection<SharedUploads>]
public sealed class UploadCreationTests(UploadStores stores)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_begins_an_upload_that_head_tells_of(string store)
    {
        var caller = stores.Caller(store);
        using var created = await caller.PostAsync(null, ("Upload-Length", "1000"), ("Upload-Metadata", "filename Y2F0LmpwZw==,is_private"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var path = created.Headers.Location!.OriginalString;
        Assert.Matches("^/api/uploads/[0-9a-f]{32}$", path);
        var expires = DateTimeOffset.Parse(TusCaller.Header(created, "Upload-Expires")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        using var head = await caller.SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(("0", "1000"), (TusCaller.Header(head, "Upload-Offset"), TusCaller.Header(head, "Upload-Length")));
        Assert.Equal("filename Y2F0LmpwZw==,is_private", TusCaller.Header(head, "Upload-Metadata"));
        Assert.Equal(TusCaller.Header(created, "Upload-Expires"), TusCaller.Header(head, "Upload-Expires"));
        Assert.Equal("no-store", TusCaller.Header(head, "Cache-Control"));
        Assert.False(head.Headers.Contains("RateLimit"));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_with_bytes_takes_them_at_once(string store)
    {
        var caller = stores.Caller(store);
        using var created = await caller.PostAsync(TusCaller.Bytes(Cat.AsMemory(0, 1000)), ("Upload-Length", $"{Cat.Length}"), TusCaller.Sha256(Cat.AsSpan(0, 1000)));
        Assert.Equal((HttpStatusCode.Created, 1000), (created.StatusCode, TusCaller.OffsetOf(created)));
        Assert.Equal(Cat.Length, await caller.AppendAsync(created.Headers.Location!.OriginalString, 1000, Cat.AsMemory(1000)));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_length_zero_is_complete_and_no_image(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(0);
        Assert.Equal(0, await caller.OffsetAsync(path));
        using var analysis = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        await Requests.ReadProblemAsync(analysis, ErrorCodes.InvalidImage);
    }

    [Theory]
    [InlineData("Upload-Length", "-1", "upload_invalid")]
    [InlineData("Upload-Length", "1.5", "upload_invalid")]
    [InlineData("Upload-Length", "", "upload_invalid")]
    [InlineData("Upload-Defer-Length", "1", "upload_invalid")]
    [InlineData("Upload-Length", "20971521", "image_too_large")]
    [InlineData("Upload-Length", "99999999999999999999999", "image_too_large")]
    [InlineData("X-Nothing", "1", "upload_invalid")]
    public async Task Post_with_another_length_is_refused(string header, string value, string code)
    {
        using var response = await stores.Caller("Disk").PostAsync(null, (header, value));
        await Requests.ReadProblemAsync(response, ErrorCodes.All.Single(known => known.Code == code));
    }

    [Theory]
    [InlineData("name !")]
    [InlineData("name YQ==,name YQ==")]
    [InlineData("name YQ== YQ==")]
    [InlineData("a,,b")]
    public async Task Post_with_malformed_metadata_is_refused(string metadata)
    {
        using var response = await stores.Caller("Disk").PostAsync(null, ("Upload-Length", "1"), ("Upload-Metadata", metadata));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadInvalid);
    }

    [Fact]
    public async Task Post_of_the_largest_length_is_taken()
    {
        var caller = stores.Caller("Disk");
        Assert.Equal(0, await caller.OffsetAsync(await caller.CreateAsync(20 * 1024 * 1024)));
    }

    [Fact]
    public async Task Post_with_a_body_of_another_type_is_refused()
    {
        using var response = await stores.Caller("Disk").PostAsync(Requests.Raw(Cat), ("Upload-Length", $"{Cat.Length}"));
        await Requests.ReadProblemAsync(response, ErrorCodes.UnsupportedMediaType);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_with_bytes_that_are_refused_leaves_nothing_that_counts(string store)
    {
        var caller = stores.Caller(store);
        for (var attempt = 0; attempt < 9; attempt++)
        {
            using var refused = await caller.PostAsync(TusCaller.Bytes(Cat), ("Upload-Length", "50000"), TusCaller.Sha256([1]));
            await Requests.ReadProblemAsync(refused, ErrorCodes.UploadChecksum);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_are_private_and_named_by_the_id_alone()
    {
        var id = TusCaller.IdOf(await stores.Caller("Disk").CreateAsync(10));
        var files = Directory.GetFiles(stores.Folder, id + "*");
        Assert.Equal([".bytes", ".json", ".lock"], files.Select(Path.GetExtension).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(stores.Folder));
    }
}
