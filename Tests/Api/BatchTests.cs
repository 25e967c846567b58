using System.Net.Http.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Several images in one request.</summary>
[Collection<SharedApi>]
public sealed class BatchTests(ApiFixture api)
{
    private const string Route = "/api/analyze-batch";

    private static readonly string Cat = Convert.ToBase64String(Photo.Bytes("cat.jpg"));
    private static readonly string Coffee = Convert.ToBase64String(Photo.Bytes("coffee.jpg"));

    [Fact]
    public async Task Post_of_json_gives_each_image_its_own_answer_in_order()
    {
        var batch = await PostAsync(Requests.Json($$"""{"top":1, "images" : [ "{{Coffee}}" , "bm8gaW1hZ2U=","{{Cat}}","?",{"upload":"none"}]}"""));
        Assert.Equal([0, 1, 2, 3, 4], batch.Results.Select(item => item.Index));
        Assert.Equal(
            [null, ErrorCodes.InvalidImage.Code, null, ErrorCodes.InvalidImage.Code, ErrorCodes.UploadNotFound.Code],
            batch.Results.Select(item => item.Problem?.Code));
        Assert.Equal("espresso", batch.Results[0].Analysis!.Labels!.Single().Name);
        Assert.Equal("Egyptian cat", batch.Results[2].Analysis!.Labels!.Single().Name);
    }

    [Fact]
    public async Task Post_of_a_form_with_several_parts_gives_each_its_own_answer()
    {
        using var form = Requests.Form(Photo.Bytes("cat.jpg"));
        form.Add(new ByteArrayContent("none"u8.ToArray()), "image", "none.jpg");
        var batch = await PostAsync(form);
        Assert.Equal("Egyptian cat", batch.Results[0].Analysis!.Labels![0].Name);
        Assert.Equal(ErrorCodes.InvalidImage.Code, batch.Results[1].Problem!.Code);
    }

    [Fact]
    public async Task Post_in_pieces_of_one_byte_gives_the_same_answer()
    {
        var json = System.Text.Encoding.UTF8.GetBytes("""{"images":["AAAA" ,{"upload":"x"}, "BBBB"],"top":1}""");
        using var body = new ChunkedContent(json, "application/json", static () => 1);
        var batch = await PostAsync(body);
        Assert.Equal(3, batch.Results.Count);
    }

    [Theory]
    [InlineData("""{"images":[]}""")]
    [InlineData("""{"top":1}""")]
    [InlineData("""{"images":5}""")]
    [InlineData("""{"images":null}""")]
    [InlineData("""{"images":["AAAA",5]}""")]
    [InlineData("""{"images":["AAAA",{}]}""")]
    [InlineData("""{"images":["AAAA",{"url":"http://example.com"}]}""")]
    [InlineData("""{"images":["AAAA",["AAAA"]]}""")]
    [InlineData("""{"images":["AAAA" "AAAA"]}""")]
    [InlineData("""{"images":["AAAA",]}""")]
    [InlineData("""{"images":[,"AAAA"]}""")]
    [InlineData("""{"images":["AAAA"]""")]
    [InlineData("""{"images":["AAAA"],"stream":true}""")]
    [InlineData("""{"image":"AAAA"}""")]
    public async Task Post_of_json_with_something_wrong_is_an_invalid_request(string json)
    {
        using var response = await api.Client.PostAsync(Route, Requests.Json(json), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Post_of_seventeen_images_is_an_invalid_request()
    {
        var json = $$"""{"images":[{{string.Join(',', Enumerable.Repeat("\"AAAA\"", 17))}}]}""";
        using var response = await api.Client.PostAsync(Route, Requests.Json(json), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Fact]
    public async Task Post_of_the_bytes_themselves_is_an_unsupported_media_type()
    {
        using var response = await api.Client.PostAsync(
            Route, Requests.Raw(Photo.Bytes("cat.jpg")), TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.UnsupportedMediaType);
    }

    private async Task<BatchAnalysis> PostAsync(HttpContent body)
    {
        using var response = await api.Client.PostAsync(Route, body, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync(
            ContractsJsonContext.Default.BatchAnalysis, TestContext.Current.CancellationToken))!;
    }
}
