using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>The rules of tus that hold for every request.</summary>
[Collection<SharedUploads>]
public sealed class UploadProtocolTests(UploadStores stores)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");

    private readonly TusCaller caller = stores.Caller("Disk");

    [Theory]
    [InlineData("/api/uploads")]
    [InlineData("/api/uploads/any")]
    public async Task Options_tells_what_the_server_can_do(string path)
    {
        using var response = await caller.SendAsync(HttpMethod.Options, path, null, ("X-Nothing", "1"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("1.0.0", TusCaller.Header(response, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,checksum,expiration,termination", TusCaller.Header(response, "Tus-Extension"));
        Assert.Equal("20971520", TusCaller.Header(response, "Tus-Max-Size"));
        Assert.Equal("sha1,sha256", TusCaller.Header(response, "Tus-Checksum-Algorithm"));
    }

    [Theory]
    [InlineData("POST", "0.2.2")]
    [InlineData("HEAD", "0.2.2")]
    [InlineData("PATCH", "0.2.2")]
    [InlineData("DELETE", "0.2.2")]
    [InlineData("POST", null)]
    [InlineData("PATCH", null)]
    public async Task Any_other_version_is_refused_with_the_one_that_is_spoken(string method, string? version)
    {
        var path = await caller.CreateAsync(Cat.Length);
        using var response = await caller.SendAsync(
            new HttpMethod(method), method == "POST" ? TusCaller.Route : path, TusCaller.Bytes(Cat),
            ("Upload-Offset", "0"), ("Upload-Length", "1"), version is null ? ("X-Nothing", "1") : ("Tus-Resumable", version));
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("1.0.0", TusCaller.Header(response, "Tus-Version"));
        if (method != "HEAD")
        {
            await Requests.ReadProblemAsync(response, ErrorCodes.UploadVersion);
        }

        Assert.Equal(0, await caller.OffsetAsync(path));
    }

    [Fact]
    public async Task Get_of_an_upload_is_not_allowed_and_still_tells_the_version()
    {
        using var response = await caller.SendAsync(HttpMethod.Get, await caller.CreateAsync(1));
        await Requests.ReadProblemAsync(response, ErrorCodes.MethodNotAllowed);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_and_still_told_the_version()
    {
        using var response = await caller.With("guessed").PostAsync(null, ("Upload-Length", "1"));
        await Requests.ReadProblemAsync(response, ErrorCodes.KeyRequired);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Post_with_another_method_in_the_header_is_taken_for_that(string method)
    {
        var path = await caller.CreateAsync(Cat.Length);
        using var response = await caller.SendAsync(
            HttpMethod.Post, path, TusCaller.Bytes(Cat), ("Tus-Resumable", "1.0.0"), ("Upload-Offset", "0"), ("X-HTTP-Method-Override", method));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        if (method == "PATCH")
        {
            Assert.Equal(Cat.Length, await caller.OffsetAsync(path));
        }
        else
        {
            await caller.FailAsync(path, ErrorCodes.UploadNotFound);
        }
    }

    [Fact]
    public async Task Post_with_another_method_in_the_header_stays_a_post_elsewhere()
    {
        using var response = await caller.SendAsync(HttpMethod.Post, Requests.Route, Requests.Raw(Cat), ("X-HTTP-Method-Override", "DELETE"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Delete_removes_an_upload_finished_or_not(string store)
    {
        var owner = stores.Caller(store);
        foreach (var path in new[] { await owner.CreateAsync(100), $"{TusCaller.Route}/{await owner.UploadAsync(Cat)}" })
        {
            using var deleted = await owner.SendAsync(HttpMethod.Delete, path);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            await owner.FailAsync(path, ErrorCodes.UploadNotFound);
            using var again = await owner.SendAsync(HttpMethod.Delete, path);
            await Requests.ReadProblemAsync(again, ErrorCodes.UploadNotFound);
        }
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("short")]
    public async Task Patch_of_an_unknown_id_is_not_found(string id)
    {
        using var response = await caller.PatchAsync($"{TusCaller.Route}/{id}", 0, TusCaller.Bytes(Cat));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadNotFound);
    }

    [Fact]
    public async Task The_openapi_document_describes_the_routes()
    {
        using var document = System.Text.Json.JsonDocument.Parse(
            await caller.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var paths = document.RootElement.GetProperty("paths");
        Assert.Equal(["options", "post"], paths.GetProperty("/api/uploads").EnumerateObject().Select(static method => method.Name).Order(StringComparer.Ordinal));
        var patch = paths.GetProperty("/api/uploads/{id}").GetProperty("patch");
        Assert.True(patch.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/offset+octet-stream", out _));
        Assert.Equal(
            ["id", "Upload-Offset", "Upload-Checksum", "Tus-Resumable", "X-Request-Deadline-Ms"],
            patch.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("name").GetString()));
        var json = paths.GetProperty("/api/analyze").GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
        Assert.Equal(2, json.GetProperty("schema").GetProperty("oneOf").GetArrayLength());
        Assert.True(json.GetProperty("schema").GetProperty("properties").TryGetProperty("upload", out _));
    }
}
