using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api;

/// <summary>Options in every form that the contract knows, in query, JSON and form, and those that it does not.</summary>
[Collection<SharedApi>]
public sealed class OptionTests(ApiFixture api)
{
    private static readonly byte[] Cat = Photo.Bytes("cat.jpg");
    private static readonly string Base64 = Convert.ToBase64String(Cat);

    [Theory]
    [InlineData("?features=labels,faces")]
    [InlineData("?features=labels,%20faces%20,labels")]
    [InlineData("?features=labels&features=faces")]
    [InlineData("?features=faces,labels&features=labels")]
    public async Task Post_with_features_in_the_query_takes_each_form(string query) =>
        AssertLabelsAndFaces(await api.Client.AnalyzeAsync(Requests.Raw(Cat), query));

    [Theory]
    [InlineData("\"labels,faces\"")]
    [InlineData("\" labels , faces \"")]
    [InlineData("[\"labels\",\"faces\"]")]
    [InlineData("[\"labels , faces\", \"labels\"]")]
    public async Task Post_with_features_in_json_takes_each_form(string features) =>
        AssertLabelsAndFaces(await api.Client.AnalyzeAsync(Requests.Json($$"""{"features":{{features}},"image":"{{Base64}}"}"""), "?features=text"));

    [Theory]
    [InlineData("labels,faces")]
    [InlineData("labels", "faces")]
    [InlineData(" labels", "faces , labels")]
    public async Task Post_with_features_in_a_form_takes_each_form(params string[] features)
    {
        using var form = Requests.Form(Cat);
        foreach (var value in features)
        {
            form.Add(new StringContent(value), "features");
        }

        AssertLabelsAndFaces(await api.Client.AnalyzeAsync(form, "?features=text"));
    }

    [Theory]
    [InlineData("?TOP=5", "TOP")]
    [InlineData("?Features=labels", "Features")]
    [InlineData("?features", "features")]
    [InlineData("?features=labels,", "features")]
    [InlineData("?features=Labels", "features")]
    [InlineData("?top=5.0", "top")]
    [InlineData("?top=1e1", "top")]
    [InlineData("?top=%205", "top")]
    [InlineData("?top=%2B5", "top")]
    [InlineData("?top=101", "top")]
    [InlineData("?top=99999999999999999999", "top")]
    [InlineData("?minConfidence=%200.5", "minConfidence")]
    [InlineData("?minConfidence=1.00000001", "minConfidence")]
    [InlineData("?minConfidence=-0.00000001", "minConfidence")]
    [InlineData("?minConfidence=", "minConfidence")]
    [InlineData("?equalize=Global", "equalize")]
    [InlineData("?textDetail=Words", "textDetail")]
    [InlineData("?textDetail=words&textDetail=words", "textDetail")]
    [InlineData("?textDetail", "textDetail")]
    [InlineData("?stream=TRUE", "stream")]
    [InlineData("?stream", "stream")]
    [InlineData("?stream=true&stream=true", "stream")]
    [InlineData("?image=AAAA", "image")]
    [InlineData("?upload=abc", "upload")]
    public async Task Post_with_a_value_or_name_that_is_none_names_the_option(string query, string option)
    {
        var problem = await api.Client.FailAsync(Requests.Raw(Cat), ErrorCodes.InvalidRequest, query);
        Assert.Equal([option], problem.Errors!.Keys);
    }

    [Theory]
    [InlineData("?minConfidence=1")]
    [InlineData("?minConfidence=1.0")]
    [InlineData("?minConfidence=1e0")]
    public async Task Post_with_the_highest_confidence_leaves_no_label(string query) =>
        Assert.Empty((await api.Client.AnalyzeAsync(Requests.Raw(Cat), query)).Labels!);

    [Fact]
    public async Task Post_with_a_confidence_that_was_told_keeps_its_label()
    {
        var all = await api.Client.AnalyzeAsync(Requests.Raw(Cat), "?top=20&minConfidence=-0");
        foreach (var label in all.Labels!)
        {
            var query = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?top=20&minConfidence={label.Confidence}");
            var kept = await api.Client.AnalyzeAsync(Requests.Raw(Cat), query);
            Assert.Equal(all.Labels!.Where(other => other.Confidence >= label.Confidence), kept.Labels!);
        }
    }

    [Theory]
    [InlineData("?model=efficientnet-lite0@1", "efficientnet-lite0")]
    [InlineData("?model=efficientnet-lite2", "efficientnet-lite2")]
    public async Task Post_with_a_model_and_its_version_is_answered_by_it(string query, string name) =>
        Assert.Equal(new ModelReference(name, "1"), (await api.Client.AnalyzeAsync(Requests.Raw(Cat), query)).Model);

    [Theory]
    [InlineData("?model=efficientnet-lite0@2")]
    [InlineData("?model=efficientnet-lite0@")]
    [InlineData("?model=@1")]
    [InlineData("?model=EfficientNet-Lite0")]
    public async Task Post_with_an_unknown_version_is_model_not_found(string query) =>
        await api.Client.FailAsync(Requests.Raw(Cat), ErrorCodes.ModelNotFound, query);

    [Fact]
    public async Task Post_with_every_option_in_query_and_body_takes_those_of_the_body()
    {
        const string Query = "?features=faces&top=7&minConfidence=1&model=none&equalize=adaptive";
        var json = $$"""{"features":"labels","top":2,"minConfidence":0,"model":"efficientnet-lite0","equalize":"none","image":"{{Base64}}"}""";
        var expected = await api.Client.AnalyzeAsync(Requests.Raw(Cat), "?top=2&model=efficientnet-lite0");
        Assert.Equal(expected.Labels, (await api.Client.AnalyzeAsync(Requests.Json(json), Query)).Labels);
        using var form = Requests.Form(Cat);
        foreach (var (name, value) in new[]
        {
            ("features", "labels"), ("top", "2"), ("minConfidence", "0"), ("model", "efficientnet-lite0"), ("equalize", "none"),
        })
        {
            form.Add(new StringContent(value), name);
        }

        Assert.Equal(expected.Labels, (await api.Client.AnalyzeAsync(form, Query)).Labels);
    }

    [Theory]
    [InlineData("/api/analyze-batch", """{"images":["@"]}""")]
    [InlineData("/api/analyze-async", """{"image":"@"}""")]
    public async Task Post_with_stream_to_a_route_without_events_names_it(string route, string json)
    {
        using var body = Requests.Json(json.Replace("@", Base64, StringComparison.Ordinal));
        using var response = await api.Client.PostAsync(route + "?stream=true", body, TestContext.Current.CancellationToken);
        var problem = await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
        Assert.Equal(["stream"], problem.Errors!.Keys);
    }

    private static void AssertLabelsAndFaces(Analysis analysis)
    {
        Assert.NotEmpty(analysis.Labels!);
        Assert.NotNull(analysis.Faces);
        Assert.Null(analysis.Text);
        Assert.Empty(analysis.Errors);
    }
}
