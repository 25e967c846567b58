using System.Text.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Every parameter of Azure's route with good and with bad values.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureParameterTests(CloudApi api)
{
    private static readonly string[] Always = ["metadata", "modelVersion"];

    [Theory]
    [InlineData("features=tags", "tagsResult")]
    [InlineData("features=TAGS", "tagsResult")]
    [InlineData("features=Caption", "captionResult")]
    [InlineData("features=denseCaptions", "denseCaptionsResult")]
    [InlineData("features=objects", "objectsResult")]
    [InlineData("features=people", "peopleResult")]
    [InlineData("features=read", "readResult")]
    [InlineData("features=smartCrops", "smartCropsResult")]
    [InlineData("features=people,Tags", "peopleResult", "tagsResult")]
    [InlineData("features=people&features=tags", "peopleResult", "tagsResult")]
    [InlineData("features=tags,%20tags,&features=tags", "tagsResult")]
    [InlineData("Features=tags&unknown=5", "tagsResult")]
    [InlineData("features=tags&language=en", "tagsResult")]
    [InlineData("features=tags&language=EN", "tagsResult")]
    [InlineData("features=caption&gender-neutral-caption=true", "captionResult")]
    [InlineData("features=caption&gender-neutral-caption=False", "captionResult")]
    [InlineData("features=tags&model-version=latest", "tagsResult")]
    [InlineData("features=tags&model-version=2023-10-01", "tagsResult")]
    [InlineData("features=tags&model-version=2023-02-01-preview", "tagsResult")]
    public async Task Post_gives_what_is_asked_for_and_no_more(string parameters, params string[] members)
    {
        var result = await AnalyzeAsync(parameters);
        Assert.Equal(
            members.Concat(Always).Order(StringComparer.Ordinal),
            result.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2023-10-01")]
    [InlineData("2024-02-01")]
    public async Task Post_with_a_stable_version_of_the_api_is_answered(string version)
    {
        using var response = await api.Client.SendAsync(
            $"{AzureRequests.Path}?api-version={version}&features=tags", Requests.Raw(Photo.Bytes("cat.jpg")));
        Assert.True(response.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("features=tags", "MissingApiVersionParameter")]
    [InlineData("api-version=&features=tags", "MissingApiVersionParameter")]
    [InlineData("api-version=3.2&features=tags", "UnsupportedApiVersionValue")]
    [InlineData("api-version=2023-04-01-preview&features=tags", "UnsupportedApiVersionValue")]
    [InlineData("api-version=2024-02-01&api-version=2024-02-01&features=tags", "UnsupportedApiVersionValue")]
    public async Task Post_without_a_known_version_of_the_api_is_refused(string query, string code)
    {
        var failure = await api.Client.FailAsync($"{AzureRequests.Path}?{query}", Cat());
        Assert.Equal(new AzureFailure(400, code, null), failure);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("features=", null)]
    [InlineData("features=,", null)]
    [InlineData("features=everything", "NotSupportedVisualFeature")]
    [InlineData("features=tags,faces", "NotSupportedVisualFeature")]
    [InlineData("features=none", "NotSupportedVisualFeature")]
    [InlineData("features=1", "NotSupportedVisualFeature")]
    [InlineData("features=denseCaption", "NotSupportedVisualFeature")]
    [InlineData("features=tags&language=de", "NotSupportedLanguage")]
    [InlineData("features=tags&language=en-US", "NotSupportedLanguage")]
    [InlineData("features=tags&language=", "NotSupportedLanguage")]
    [InlineData("features=caption&gender-neutral-caption=yes", "BadArgument")]
    [InlineData("features=caption&gender-neutral-caption=", "BadArgument")]
    [InlineData("features=tags&model-version=newest", "BadArgument")]
    [InlineData("features=tags&model-version=2023-13-01", "BadArgument")]
    [InlineData("features=tags&model-version=", "BadArgument")]
    [InlineData("features=smartCrops&smartcrops-aspect-ratios=0.74", "BadArgument")]
    [InlineData("features=smartCrops&smartcrops-aspect-ratios=1.81", "BadArgument")]
    [InlineData("features=smartCrops&smartcrops-aspect-ratios=1,wide", "BadArgument")]
    [InlineData("features=smartCrops&smartcrops-aspect-ratios=NaN", "BadArgument")]
    [InlineData("features=smartCrops&smartcrops-aspect-ratios=-1", "BadArgument")]
    [InlineData("features=smartCrops&smart-crops-aspect-ratios=2", "BadArgument")]
    [InlineData("features=tags&smartcrops-aspect-ratios=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1", "BadArgument")]
    public async Task Post_with_a_bad_value_is_an_invalid_request(string parameters, string? innerCode)
    {
        var failure = await api.Client.FailAsync($"{AzureRequests.Path}?{AzureRequests.Version}&{parameters}", Cat());
        Assert.Equal(new AzureFailure(400, "InvalidRequest", innerCode), failure);
    }

    [Fact]
    public async Task Post_for_a_custom_model_finds_none()
    {
        var failure = await api.Client.FailAsync($"{AzureRequests.Path}?{AzureRequests.Version}&features=tags&model-name=mine", Cat());
        Assert.Equal(new AzureFailure(404, "404", null), failure);
    }

    [Theory]
    [InlineData("smartcrops-aspect-ratios=0.75,1,1.8", 0.75, 1.0, 1.8)]
    [InlineData("smartCrops-aspect-ratios=0.9,%201.33", 0.9, 1.33)]
    [InlineData("smart-crops-aspect-ratios=1.5&smart-crops-aspect-ratios=1.2", 1.5, 1.2)]
    public async Task Post_for_crops_gives_one_of_each_shape(string parameters, params double[] ratios)
    {
        var crops = await CropsAsync(parameters);
        Assert.Equal(ratios, crops.Select(static crop => crop.Ratio));
        Assert.All(crops, static crop => Assert.Equal(crop.Ratio, crop.Box.Width / (double)crop.Box.Height, 0.01));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&smartcrops-aspect-ratios=")]
    public async Task Post_for_crops_without_a_shape_gives_one_that_the_server_chooses(string parameters)
    {
        var crop = Assert.Single(await CropsAsync(parameters));
        Assert.InRange(crop.Ratio, 0.5, 2);
        Assert.Equal(crop.Box.Width / (double)crop.Box.Height, crop.Ratio, 0.01);
    }

    private static HttpContent Cat() => Requests.Raw(Photo.Bytes("cat.jpg"));

    private Task<JsonElement> AnalyzeAsync(string parameters) => api.Client.AnalyzeAsync(parameters, Cat());

    private async Task<IReadOnlyList<(double Ratio, BoundingBox Box)>> CropsAsync(string parameters)
    {
        var result = await AnalyzeAsync($"features=smartCrops&{parameters}");
        return [.. result.Values("smartCropsResult").Select(static crop => (crop.GetProperty("aspectRatio").GetDouble(), crop.Box()))];
    }
}
