using System.Net;
using System.Net.Http.Json;
using System.Text;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Uploads;

/// <summary>Uploads that are named where an image goes.</summary>
[Collection<SharedUploads>]
public sealed class NamedUploadTests(UploadStores stores)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");
    private static readonly string CatBase64 = Convert.ToBase64String(Cat);

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_the_id_gives_the_analysis_of_the_image_as_often_as_asked(string store)
    {
        var caller = stores.Caller(store);
        var id = await caller.UploadAsync(Cat);
        using var json = await caller.AnalyzeAsync(id);
        var first = await json.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken);
        Assert.Equal((Vision.ImageDigest.Of(Cat), "Egyptian cat"), (first!.Digest, first.Labels![0].Name));
        using var field = new StringContent(id);
        using var form = new MultipartFormDataContent { { field, "upload" } };
        using var second = await caller.SendAsync(HttpMethod.Post, Requests.Route, form, []);
        Assert.Equal(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_an_unfinished_upload_is_incomplete(string store)
    {
        var caller = stores.Caller(store);
        var path = await caller.CreateAsync(Cat.Length);
        await caller.AppendAsync(path, 0, Cat.AsMemory(0, Cat.Length - 1));
        using var response = await caller.AnalyzeAsync(TusCaller.IdOf(path));
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadIncomplete);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public async Task Post_of_an_unknown_id_is_not_found(string id)
    {
        using var response = await stores.Caller("Disk").AnalyzeAsync(id);
        await Requests.ReadProblemAsync(response, ErrorCodes.UploadNotFound);
    }

    [Fact]
    public async Task Post_of_an_image_and_an_upload_is_an_invalid_request()
    {
        var caller = stores.Caller("Disk");
        var id = await caller.UploadAsync(Cat);
        foreach (var json in new[] { $$"""{"image":"{{CatBase64}}","upload":"{{id}}"}""", $$"""{"upload":"{{id}}","image":"{{CatBase64}}"}""" })
        {
            using var response = await caller.SendAsync(HttpMethod.Post, Requests.Route, Requests.Json(json), []);
            await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
        }

        using var form = Requests.Form(Cat);
        using var field = new StringContent(id);
        form.Add(field, "upload");
        using var both = await caller.SendAsync(HttpMethod.Post, Requests.Route, form, []);
        await Requests.ReadProblemAsync(both, ErrorCodes.InvalidRequest);
    }

    [Theory, MemberData(nameof(UploadStores.Names), MemberType = typeof(UploadStores))]
    public async Task Post_of_a_batch_takes_uploads_and_each_fails_alone(string store)
    {
        var caller = stores.Caller(store);
        var (whole, open) = (await caller.UploadAsync(Cat), TusCaller.IdOf(await caller.CreateAsync(10)));
        var foreign = await stores.Caller(store, UploadStores.Key).UploadAsync(Cat);
        var body = new StringBuilder("""{"images":[""");
        body.AppendJoin(',', new[] { whole, open, foreign, "none" }.Select(static id => $$"""{"upload":"{{id}}"}""")).Append($",\"{CatBase64}\"]}}");
        using var response = await caller.SendAsync(HttpMethod.Post, "/api/analyze-batch", Requests.Json(body.ToString()), []);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var batch = await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.BatchAnalysis, TestContext.Current.CancellationToken);
        Assert.Equal(
            [null, "upload_incomplete", "upload_not_found", "upload_not_found", null],
            batch!.Results.Select(static result => result.Problem?.Code));
        Assert.All([batch.Results[0], batch.Results[4]], static result => Assert.Equal(Vision.ImageDigest.Of(Cat), result.Analysis!.Digest));
    }
}
