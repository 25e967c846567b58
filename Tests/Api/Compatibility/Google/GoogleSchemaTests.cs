using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>Raw answers against the messages that Google publishes with its client.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleSchemaTests(CloudApi google, CloudClients clients)
{
    private const string WithNumbers = $"{GoogleCalls.Route}?$alt=json%3Benum-encoding=int";

    [Fact]
    public async Task Every_answer_for_every_photo_is_a_message_of_Google_without_unknown_members()
    {
        var answers = await AnswersAsync();
        Assert.Equal(2 * ExpectedAnswers.PhotosWith("efficientnet-lite2").Count, answers.Count);
        var (wrong, _) = await CheckAsync(answers.Select(static answer => ("BatchAnnotateImagesResponse", answer)));
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_answer_fits_the_types_of_the_client()
    {
        var answers = await AnswersAsync();
        await clients.CheckTypesAsync("google-answers.mts", $"""
            import type {"{ protos }"} from '@google-cloud/vision';
            export const answers: protos.google.cloud.vision.v1.IBatchAnnotateImagesResponse[] = [{string.Join(',', answers)}];
            """);
    }

    [Fact]
    public async Task Every_error_is_read_by_the_error_class_of_the_client()
    {
        var body = GoogleCalls.Body(GoogleCalls.For(EncodedPicture.Gif(), new JsonObject { ["type"] = 4 })).ToJsonString();
        (string Json, string? Key, string Route)[] calls =
        [
            (body, null, GoogleCalls.Route),
            (body, "wrong", GoogleCalls.Route),
            ("""{"requests":[{"colour":1}]}""", CloudApi.Key, GoogleCalls.Route),
            ("{}", CloudApi.Key, "/v1/files:annotate"),
        ];
        var errors = new List<(string, JsonElement)>();
        foreach (var (json, key, route) in calls)
        {
            using var response = await google.Client.SendAsync(json, key, route);
            errors.Add(("error", JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))));
        }

        var (wrong, read) = await CheckAsync(errors);
        Assert.Empty(wrong);
        Assert.Equal([7, 3, 3, 12], read.Select(static error => error.GetProperty("code").GetInt32()));
        Assert.Equal([1, 2, 2, 1], read.Select(static error => error.GetProperty("details").GetInt32()));
        Assert.Equal(
            ("API_KEY_INVALID", "googleapis.com"), (read[1].GetProperty("reason").GetString(), read[1].GetProperty("domain").GetString()));
    }

    [Fact]
    public async Task The_check_itself_finds_what_is_wrong()
    {
        var answer = JsonElement.Parse("""
            {"responses":[{"labelAnnotations":[{"description":5,"colour":1}],"faceAnnotations":{},"safeSearchAnnotation":{"adult":"MAYBE"}}]}
            """);
        var (wrong, _) = await CheckAsync([("BatchAnnotateImagesResponse", answer)]);
        Assert.Equal(4, wrong.Count);
    }

    /// <summary>The answers for all photos, with the names of enumerations and with their numbers.</summary>
    private async Task<IReadOnlyList<JsonElement>> AnswersAsync()
    {
        var answers = new List<JsonElement>();
        foreach (var photo in ExpectedAnswers.PhotosWith("efficientnet-lite2"))
        {
            foreach (var route in (string[])[GoogleCalls.Route, WithNumbers])
            {
                var body = GoogleCalls.Body(GoogleCalls.All(photo.Data), GoogleCalls.For([], new JsonObject { ["type"] = 4 }));
                using var response = await google.Client.SendAsync(body.ToJsonString(), CloudApi.Key, route);
                answers.Add(JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
            }
        }

        return answers;
    }

    private async Task<(IReadOnlyList<string> Wrong, IReadOnlyList<JsonElement> Read)> CheckAsync(
        IEnumerable<(string Type, JsonElement Answer)> answers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"google-answers-{Guid.NewGuid():N}.json");
        try
        {
            var json = string.Join(',', answers.Select(static pair => $"[\"{pair.Type}\",{pair.Answer.GetRawText()}]"));
            await File.WriteAllTextAsync(file, $"[{json}]", TestContext.Current.CancellationToken);
            var output = JsonElement.Parse(await clients.RunAsync("google-schema.mjs", [file]));
            return (
                [.. output.GetProperty("wrong").EnumerateArray().Select(static line => line.GetString()!)],
                [.. output.GetProperty("read").EnumerateArray()]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
