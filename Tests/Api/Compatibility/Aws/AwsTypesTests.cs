using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The replies as they come are values of the client's own types: no member is unknown to them or has another type.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsTypesTests(CloudApi api, CloudClients clients)
{
    private static readonly string[] Operations = ["DetectLabels", "DetectFaces", "DetectText", "DetectModerationLabels"];

    [Fact]
    public async Task Replies_are_of_the_types_of_the_client()
    {
        var photos = ExpectedAnswers.PhotosWith("efficientnet-lite2").Select(static row => row.Data);
        var calls = photos.SelectMany(photo => Operations.Select(operation => AwsCall.Of(operation, photo, operation switch
        {
            "DetectLabels" => """{"MinConfidence":0,"Features":["GENERAL_LABELS","IMAGE_PROPERTIES"]}""",
            "DetectModerationLabels" => """{"MinConfidence":0}""",
            _ => null,
        }))).ToArray();
        var results = await new AwsClient(api.Endpoint).CallAsync(clients, calls);
        var replies = results.Select((result, index) => $"export const reply{index}: {calls[index].Operation}Response = {result.Raw};");
        await clients.CheckTypesAsync(
            "aws-replies.ts",
            $"import type {{ {string.Join(", ", Operations.Select(static operation => $"{operation}Response"))} }} from '@aws-sdk/client-rekognition';\n"
                + string.Join('\n', replies));
    }

    [Fact]
    public async Task A_member_that_the_client_does_not_know_would_be_seen() =>
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => clients.CheckTypesAsync(
            "aws-wrong.ts",
            "import type { DetectFacesResponse } from '@aws-sdk/client-rekognition';\n"
                + """export const reply: DetectFacesResponse = {"FaceDetails":[{"BoundingBox":{"X":1}}]};"""));
}
