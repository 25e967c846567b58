using System.Globalization;
using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Azure's own client, unchanged, against the real product.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureClientTests(CloudApi api, CloudClients clients)
{
    /// <summary>A class below this, and a little room, is no tag.</summary>
    private const float Likely = 0.15f;

    private static readonly string[] AllFeatures = ["Caption", "DenseCaptions", "Objects", "People", "Read", "SmartCrops", "Tags"];

    private static readonly double[] Ratios = [0.9, 1.33];

    private static readonly string[] Photos = [.. ExpectedAnswers.PhotosWith("efficientnet-lite2").Select(static row => row.Data)];

    [Fact]
    public async Task The_client_gets_right_answers_of_its_own_types_for_all_features()
    {
        var outcomes = await CallAsync([.. Photos.Select(static photo => new AzureCall(new { features = AllFeatures }) { File = FileOf(photo) })]);
        Assert.All(outcomes, static outcome => Assert.Equal((false, "200"), (outcome.Unexpected, outcome.Status)));
        var results = Photos.Zip(outcomes).ToDictionary(static pair => pair.First, static pair => pair.Second.Body, StringComparer.Ordinal);

        Assert.All(results, static result => AssertTag(result.Key, result.Value));
        Assert.Contains("a domestic cat", results["cat.jpg"].GetProperty("captionResult").Text("text"), StringComparison.Ordinal);
        Assert.Contains("an espresso", results["coffee.jpg"].GetProperty("captionResult").Text("text"), StringComparison.Ordinal);
        AssertPerson(results["astronaut.jpg"], ExpectedAnswers.Boxes("astronaut.jpg", "nanodet-g").Single().Box);
        AssertReceipt(results[Receipt.FileName]);
        Assert.Empty(results["rocket.jpg"].Values("peopleResult"));

        await clients.CheckTypesAsync("azure-results.ts", $"""
            import type {"{"} ImageAnalysisResultOutput {"}"} from "@azure-rest/ai-vision-image-analysis";
            export const results: ImageAnalysisResultOutput[] = [{string.Join(",\n", results.Values.Select(static result => result.GetRawText()))}];
            """);
    }

    [Fact]
    public async Task The_client_gets_a_crop_of_each_shape_with_the_face_in_it()
    {
        var outcome = Assert.Single(await CallAsync(
            new AzureCall(new Dictionary<string, object> { ["features"] = "SmartCrops", ["smartcrops-aspect-ratios"] = Ratios })
            {
                File = FileOf("astronaut.jpg"),
            }));
        var crops = outcome.Body.Values("smartCropsResult");
        Assert.Equal(Ratios, crops.Select(static crop => crop.GetProperty("aspectRatio").GetDouble()));
        var face = ExpectedAnswers.Boxes("astronaut.jpg", "blazeface").Single().Box;
        Assert.All(crops, crop =>
        {
            var box = crop.Box();
            Assert.InRange(face.X, box.X, box.X + box.Width - face.Width);
            Assert.InRange(face.Y, box.Y, box.Y + box.Height - face.Height);
        });
    }

    [Fact]
    public async Task The_client_tells_errors_by_its_own_means()
    {
        var tags = new { features = "Tags" };
        var outcomes = await CallAsync(
            new AzureCall(tags) { File = FileOf("cat.jpg"), Key = "guessed" },
            new AzureCall(tags) { File = FileOf("cat.jpg"), Key = CloudApi.AdminKey },
            new AzureCall(tags) { File = FileOf("expected.json") },
            new AzureCall(tags) { Url = "https://example.com/photo.jpg" },
            new AzureCall(new { features = "Everything" }) { File = FileOf("cat.jpg") },
            new AzureCall(new { features = string.Empty }) { File = FileOf("cat.jpg") },
            new AzureCall(new { features = "Tags", language = "fr" }) { File = FileOf("cat.jpg") },
            new AzureCall(tags) { File = FileOf("cat.jpg"), Options = new { apiVersion = "2022-10-12-preview" } });
        outcomes[0].AssertFailure("401", "401");
        outcomes[1].AssertFailure("403", "403");
        outcomes[2].AssertFailure("400", "InvalidRequest", "InvalidImageFormat");
        outcomes[3].AssertFailure("400", "InvalidRequest", "InvalidImageUrl");
        outcomes[4].AssertFailure("400", "InvalidRequest", "NotSupportedVisualFeature");
        outcomes[5].AssertFailure("400", "InvalidRequest");
        outcomes[6].AssertFailure("400", "InvalidRequest", "NotSupportedLanguage");
        outcomes[7].AssertFailure("400", "UnsupportedApiVersionValue");

        // As variables, because the client's type of inner errors leaves out the message that Azure documents.
        await clients.CheckTypesAsync("azure-errors.ts", $"""
            import type {"{"} AnalyzeFromImageDataDefaultResponse {"}"} from "@azure-rest/ai-vision-image-analysis";
            const answers = [{string.Join(",\n", outcomes.Select(static outcome => outcome.Body.GetRawText()))}];
            export const errors: AnalyzeFromImageDataDefaultResponse["body"][] = answers;
            """);
    }

    [Fact]
    public async Task The_client_is_told_to_come_back_when_the_quota_is_used_up()
    {
        await using var own = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "one"), ("Security:ApiKeys:0:Key", CloudApi.Key), ("Security:ApiKeys:0:PermitsPerMinute", "1"));
        var call = new AzureCall(new { features = "Tags" }) { File = FileOf("cat.jpg"), Options = new { allowInsecureConnection = true } };
        var outcomes = await CallAsync(own.Client.BaseAddress!, call, call);
        Assert.False(outcomes[0].Unexpected);
        outcomes[1].AssertFailure("429", "429");
        Assert.InRange(int.Parse(outcomes[1].RetryAfter!, CultureInfo.InvariantCulture), 1, 60);
    }

    private static string FileOf(string photo) => Path.Combine(Photo.Folder, photo);

    /// <summary>Asserts that the likeliest class of a photo is among its tags, where it is likely at all.</summary>
    private static void AssertTag(string photo, JsonElement result)
    {
        var likeliest = ExpectedAnswers.Of(photo, "efficientnet-lite2")[0];
        var (name, probability) = (likeliest.Text("label"), likeliest.GetProperty("probability").GetSingle());
        Assert.True(probability < Likely || result.Values("tagsResult").Any(tag => tag.Text("name") == name && Math.Abs(tag.Confidence() - probability) < 0.05));
    }

    private static void AssertPerson(JsonElement result, BoundingBox expected)
    {
        var person = Assert.Single(result.Values("peopleResult"));
        Assert.InRange(Boxes.Overlap(expected, person.Box()), 0.8, 1);
        Assert.Contains(result.Values("objectsResult"), thing => thing.Tag().Text("name") == "person" && thing.Box() == person.Box());
    }

    private static void AssertReceipt(JsonElement result)
    {
        Assert.Single(result.GetProperty("readResult").GetProperty("blocks").EnumerateArray());
        Assert.Equal(Receipt.Lines.Count, result.Lines().Count);
        Assert.All(Receipt.Lines.Zip(result.Lines()), static pair =>
        {
            var text = pair.Second.Text("text");
            Assert.InRange(Similarity.Of(pair.First, text), 0.95, 1);
            var words = pair.Second.GetProperty("words").EnumerateArray().ToList();
            Assert.Equal(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), words.Select(static word => word.Text("text")));
            Assert.All(words, static word => Assert.InRange(word.Confidence(), 0.5f, 1f));
            Assert.All(words.Append(pair.Second), static part => Assert.Equal(4, part.Polygon().Count));
        });
    }

    private Task<IReadOnlyList<AzureOutcome>> CallAsync(params AzureCall[] calls) => CallAsync(api.SecureEndpoint, calls);

    private async Task<IReadOnlyList<AzureOutcome>> CallAsync(Uri endpoint, params AzureCall[] calls)
    {
        var told = JsonSerializer.Serialize(new { endpoint = endpoint.GetLeftPart(UriPartial.Authority), calls }, JsonSerializerOptions.Web);
        var printed = await clients.RunAsync("azure-calls.mjs", [told], api.NodeTrust);
        return JsonSerializer.Deserialize<AzureOutcome[]>(printed, JsonSerializerOptions.Web)!;
    }
}
