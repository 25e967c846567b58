using System.Text.Json.Nodes;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>What may stand in a call, in all the ways in which protobuf's JSON lets it be written.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleRequestTests(CloudApi google)
{
    private static readonly string Cat = Convert.ToBase64String(Photo.Bytes("cat.jpg"));

    [Theory]
    [InlineData("""{"type":"LABEL_DETECTION","maxResults":3}""", 3)]
    [InlineData("""{"type":4,"max_results":"2","model":"builtin/latest"}""", 2)]
    [InlineData("""{"type":"LABEL_DETECTION","maxResults":1.0}""", 1)]
    [InlineData("""{"type":"LABEL_DETECTION","maxResults":null}""", 10)]
    [InlineData("""{"type":"LABEL_DETECTION","maxResults":0}""", 10)]
    [InlineData("""{"type":"LABEL_DETECTION"}""", 10)]
    public async Task Post_with_a_limit_gives_so_many_labels_at_most(string feature, int limit)
    {
        var all = await LabelsAsync("""{"type":"LABEL_DETECTION","maxResults":100}""");
        Assert.Equal(all.Take(limit), await LabelsAsync(feature));
    }

    [Theory]
    [InlineData("/v1/projects/shop/images:annotate")]
    [InlineData("/v1/projects/shop/locations/eu/images:annotate")]
    [InlineData("/v1/images:annotate?$alt=json%3Benum-encoding=int&$prettyPrint=0&fields=responses")]
    [InlineData("/v1/images:annotate?alt=json&prettyPrint=false")]
    public async Task Post_to_every_address_of_the_method_is_answered(string route)
    {
        var body = GoogleCalls.Body(GoogleCalls.For("coffee.jpg", new JsonObject { ["type"] = "SAFE_SEARCH_DETECTION" }));
        body["parent"] = "projects/shop/locations/eu";
        body["labels"] = new JsonObject { ["team"] = "a" };
        var adult = (await google.Client.AnnotateAsync(body, route))[0].GetProperty("safeSearchAnnotation").GetProperty("adult");
        Assert.Equal(
            route.Contains("enum-encoding=int", StringComparison.Ordinal) ? "1" : "\"VERY_UNLIKELY\"", adult.GetRawText());
    }

    [Theory]
    [InlineData("""{"crop_hints_params":{"aspect_ratios":[1,"0.5"]},"language_hints":["de"]}""", new[] { 1, 0.5 })]
    [InlineData("""{"cropHintsParams":{"aspectRatios":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,0.5]}}""", new double[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public async Task Post_for_crops_gives_one_of_each_shape(string context, double[] ratios)
    {
        var request = GoogleCalls.For("coffee.jpg", new JsonObject { ["type"] = "CROP_HINTS" });
        request["imageContext"] = JsonNode.Parse(context);
        var answer = Assert.Single(await google.Client.AnnotateAsync(GoogleCalls.Body(request)));
        var corners = answer.GetProperty("cropHintsAnnotation").GetProperty("cropHints").EnumerateArray()
            .Select(static hint => hint.GetProperty("boundingPoly").GetProperty("vertices")).ToList();
        Assert.Equal(ratios, corners.Select(static vertices =>
            (double)(vertices[2].GetProperty("x").GetInt32() - vertices[0].GetProperty("x").GetInt32())
            / vertices[2].GetProperty("y").GetInt32()));
    }

    [Theory]
    [InlineData("""{}""", "requests")]
    [InlineData("""{"requests":[]}""", "requests")]
    [InlineData("""{"requests":{}}""", "requests")]
    [InlineData("""{"requests":[5]}""", "requests[0]")]
    [InlineData("""{"requests":[{}]}""", "requests[0].image")]
    [InlineData("""{"requests":[{"image":{}}]}""", "requests[0].image")]
    [InlineData("""{"requests":[{"image":{"content":5}}]}""", "requests[0].image.content")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA","content":"AAAA"}}]}""", "requests[0].image.content")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"}}]}""", "requests[0].features")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{}]}]}""", "requests[0].features[0].type")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":0}]}]}""", "requests[0].features[0].type")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":"LABELS"}]}]}""", "requests[0].features[0].type")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":4,"maxResults":-1}]}]}""", "requests[0].features[0].maxResults")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":4,"maxResults":1.5}]}]}""", "requests[0].features[0].maxResults")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":4,"max_results":1,"maxResults":1}]}]}""", "requests[0].features[0].maxResults")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":4}],"imageContext":{"cropHintsParams":{"aspectRatios":[0]}}}]}""", "requests[0].imageContext.cropHintsParams.aspectRatios")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"type":4}],"colour":1}]}""", "requests[0].colour")]
    [InlineData("""{"requests":[{"image":{"content":"AAAA"},"features":[{"Type":4}]}]}""", "requests[0].features[0].Type")]
    [InlineData("""{"requests":[],"more":1}""", "more")]
    [InlineData("""[]""", "body")]
    [InlineData("""{"requests":""", "body")]
    public async Task Post_that_is_malformed_fails_as_a_whole_and_names_the_member(string json, string member)
    {
        using var response = await google.Client.SendAsync(json, CloudApi.Key);
        var error = await GoogleCalls.FailAsync(response, 400, "INVALID_ARGUMENT");
        var violation = GoogleCalls.Detail(error, "BadRequest").GetProperty("fieldViolations")[0];
        Assert.Equal(member, violation.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Post_of_17_images_fails_as_a_whole_and_of_16_does_not()
    {
        var image = EncodedPicture.Gif();
        JsonObject Many(int count) => GoogleCalls.Body([.. Enumerable.Range(0, count)
            .Select(_ => GoogleCalls.For(image, new JsonObject { ["type"] = "IMAGE_PROPERTIES" }))]);

        using var refused = await google.Client.SendAsync(Many(17).ToJsonString(), CloudApi.Key);
        await GoogleCalls.FailAsync(refused, 400, "INVALID_ARGUMENT");
        var answers = await google.Client.AnnotateAsync(Many(16));
        Assert.Equal(16, answers.Count(static answer => answer.TryGetProperty("imagePropertiesAnnotation", out _)));
        var addresses = string.Join(',', Enumerable.Repeat(
            """{"image":{"source":{"imageUri":"http://localhost/"}},"features":[{"type":4}]}""", 17));
        using var without = await google.Client.SendAsync($$"""{"requests":[{{addresses}}]}""", CloudApi.Key);
        await GoogleCalls.FailAsync(without, 400, "INVALID_ARGUMENT");
    }

    [Fact]
    public async Task Post_with_bytes_and_an_address_takes_the_bytes()
    {
        var request = GoogleCalls.For("cat.jpg", new JsonObject { ["type"] = "LABEL_DETECTION" });
        request["image"]!["source"] = new JsonObject { ["gcs_image_uri"] = "gs://a/b" };
        var answer = Assert.Single(await google.Client.AnnotateAsync(GoogleCalls.Body(request)));
        Assert.True(answer.TryGetProperty("labelAnnotations", out _));
    }

    [Fact]
    public async Task Post_of_a_photo_on_its_side_gives_boxes_of_the_upright_picture()
    {
        var turned = TurnedPicture.Png(Photo.Bytes("astronaut.jpg"), orientation: 6);
        var answer = Assert.Single(await google.Client.AnnotateAsync(
            GoogleCalls.Body(GoogleCalls.For(turned, new JsonObject { ["type"] = "FACE_DETECTION" }))));
        var corners = Assert.Single(answer.GetProperty("faceAnnotations").EnumerateArray()).GetProperty("boundingPoly").GetProperty("vertices");
        var box = new BoundingBox(
            corners[0].GetProperty("x").GetInt32(),
            corners[0].GetProperty("y").GetInt32(),
            corners[2].GetProperty("x").GetInt32() - corners[0].GetProperty("x").GetInt32(),
            corners[2].GetProperty("y").GetInt32() - corners[0].GetProperty("y").GetInt32());
        Assert.InRange(Boxes.Overlap(ExpectedAnswers.Boxes("astronaut.jpg", "blazeface")[0].Box, box), 0.8, 1);
    }

    private async Task<IReadOnlyList<string>> LabelsAsync(string feature)
    {
        var json = $$"""{"requests":[{"image":{"content":"{{Cat}}"},"features":[{{feature}}]}]}""";
        var answers = await google.Client.AnnotateAsync(JsonNode.Parse(json)!.AsObject());
        return [.. answers[0].GetProperty("labelAnnotations").EnumerateArray().Select(static label => label.GetRawText())];
    }
}
