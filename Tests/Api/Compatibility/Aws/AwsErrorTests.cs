using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>What the official client throws.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsErrorTests(CloudApi api, CloudClients clients)
{
    private static readonly string Gif = Convert.ToBase64String(EncodedPicture.Gif());

    [Fact]
    public async Task The_client_throws_its_own_classes()
    {
        (string Error, AwsCall Call)[] cases =
        [
            ("InvalidImageFormatException", new("DetectLabels") { Base64 = Convert.ToBase64String("no image"u8) }),
            ("InvalidImageFormatException", new("DetectFaces") { Base64 = Convert.ToBase64String(Photo.Bytes("cat.jpg").AsSpan(0, 5000)) }),
            ("ImageTooLargeException", new("DetectText") { Base64 = Convert.ToBase64String(PatchedSize.Of(20_000, 20_000)["png"]) }),
            ("InvalidS3ObjectException", new("DetectLabels", Input: """{"Image":{"S3Object":{"Bucket":"bucket","Name":"photo.jpg"}}}""")),
            ("ResourceNotFoundException", With("DetectModerationLabels", """{"ProjectVersion":"arn:aws:rekognition:eu-west-1:1:project/p/version/v/1"}""")),
            ("InvalidParameterException", new("DetectLabels", Input: """{"Image":{}}""")),
            ("InvalidParameterException", With("DetectLabels", """{"MaxLabels":1001}""")),
            ("InvalidParameterException", With("DetectLabels", """{"MaxLabels":-1}""")),
            ("InvalidParameterException", With("DetectLabels", """{"MinConfidence":101}""")),
            ("InvalidParameterException", With("DetectLabels", """{"Features":["EVERYTHING"]}""")),
            ("InvalidParameterException", With("DetectLabels", """{"Features":["IMAGE_PROPERTIES"],"MaxLabels":5}""")),
            ("InvalidParameterException", With("DetectLabels", """{"Settings":{"ImageProperties":{"MaxDominantColors":5}}}""")),
            ("InvalidParameterException", With("DetectLabels", """{"Settings":{"GeneralLabels":{"LabelCategoryInclusionFilters":["Animals"]}}}""")),
            ("InvalidParameterException", With("DetectFaces", """{"Attributes":["NAME"]}""")),
            ("InvalidParameterException", With("DetectText", """{"Filters":{"WordFilter":{"MinBoundingBoxHeight":2}}}""")),
            ("InvalidParameterException", With("DetectText", """{"Filters":{"RegionsOfInterest":[{"Polygon":[{"X":0,"Y":0}]}]}}""")),
            ("InvalidParameterException", With("DetectText", """{"Filters":{"RegionsOfInterest":[{"BoundingBox":{"Left":0.5}}]}}""")),
            ("InvalidParameterException", With("DetectModerationLabels", """{"HumanLoopConfig":{"HumanLoopName":"people","FlowDefinitionArn":"arn"}}""")),
        ];
        var results = await new AwsClient(api.Endpoint).CallAsync(clients, [.. cases.Select(static one => one.Call)]);
        Assert.Equal(
            cases.Select(static one => (one.Error, true, (int?)400, "client")),
            results.Select(static result => (result.Error!, result.Classes.Contains(result.Error!), result.Status, result.Fault!)));
        Assert.All(results, static result => Assert.Equal((32, 1), (result.RequestId!.Length, result.Attempts)));
        Assert.DoesNotContain(results, static result => string.IsNullOrEmpty(result.Message));
    }

    [Fact]
    public async Task Operations_that_this_server_does_not_answer_are_unknown()
    {
        var results = await new AwsClient(api.Endpoint).CallAsync(
            clients,
            new AwsCall("RecognizeCelebrities") { Base64 = Gif },
            new AwsCall("DetectProtectiveEquipment") { Base64 = Gif },
            new AwsCall("ListCollections"));
        Assert.All(results, static result => Assert.Equal(
            ("UnknownOperationException", 400, "client"), (result.Error, result.Status, result.Fault)));
        Assert.All(results, static result => Assert.Contains("RekognitionServiceException", result.Classes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{"Image":{"Bytes":5}}""")]
    [InlineData("""{"Image":[]}""")]
    [InlineData("""{"MaxLabels":"five"}""")]
    [InlineData("""{"Image":{"Bytes":"R0lGODlhAQABAAAAACw="},"Image":{"Bytes":"R0lGODlhAQABAAAAACw="}}""")]
    public async Task A_body_that_is_no_request_cannot_be_read(string body) =>
        await api.Client.RefuseAsync(new SignedRequest(api.Endpoint, body).Message(), "SerializationException");

    [Fact]
    public async Task An_image_is_either_sent_or_named() => await api.Client.RefuseAsync(
        new SignedRequest(api.Endpoint, $$"""{"Image":{"Bytes":"{{Gif}}","S3Object":{"Bucket":"b","Name":"n"} } }""").Message(), "InvalidParameterException");

    [Fact]
    public async Task Members_that_nobody_knows_are_ignored() => await api.Client.AnswerAsync(
        new SignedRequest(api.Endpoint, $$"""{"Other":[1,{"Bytes":"x"}],"Image":{"Bytes":"{{Gif}}","S3Object":null,"More":true} }""").Message());

    [Fact]
    public async Task An_image_over_the_limit_is_too_large()
    {
        var bytes = Convert.ToBase64String(new byte[30 * 1024 * 1024]);
        await api.Client.RefuseAsync(new SignedRequest(api.Endpoint, $$"""{"Image":{"Bytes":"{{bytes}}"} }""").Message(), "ImageTooLargeException");
    }

    private static AwsCall With(string operation, string input) => new(operation, Input: input) { Base64 = Gif };
}
