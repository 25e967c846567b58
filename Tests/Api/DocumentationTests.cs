using System.Net.Http.Json;
using System.Text.Json;
using Contracts;
using Xunit;

namespace Tests.Api;

/// <summary>What the API tells of itself.</summary>
[Collection<SharedApi>]
public sealed class DocumentationTests(ApiFixture api)
{
    [Fact]
    public async Task Get_of_the_models_lists_versions_and_the_default()
    {
        var list = await api.Client.GetFromJsonAsync("/api/models", ContractsJsonContext.Default.ModelList, TestContext.Current.CancellationToken);
        Assert.Equal(["efficientnet-lite0", "efficientnet-lite2"], list!.Models.Select(model => model.Name));
        Assert.Equal([false, true], list.Models.Select(model => model.Default));
        Assert.All(list.Models, model => Assert.Equal(("classification", 1000, "Apache-2.0", "1"), (model.Task, model.Classes, model.Licence, model.Version)));
        Assert.All(list.Models, model => Assert.StartsWith("sha256:", model.Versions.Single().Digest, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_of_one_model_gives_it_or_model_not_found()
    {
        var model = await api.Client.GetFromJsonAsync(
            "/api/models/efficientnet-lite0", ContractsJsonContext.Default.ModelSummary, TestContext.Current.CancellationToken);
        Assert.Equal(224, model!.InputSize);
        using var response = await api.Client.GetAsync("/api/models/none", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.ModelNotFound);
    }

    [Fact]
    public async Task Get_of_the_openapi_document_describes_bodies_and_options()
    {
        using var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var operation = document.RootElement.GetProperty("paths").GetProperty("/api/analyze").GetProperty("post");
        Assert.Equal(
            ["application/json", "multipart/form-data", "image/*", "application/octet-stream"],
            operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(body => body.Name));
        var options = operation.GetProperty("parameters").EnumerateArray().ToDictionary(
            option => option.GetProperty("name").GetString()!, option => option.GetProperty("schema"), StringComparer.Ordinal);
        Assert.Equal(Vision.Options.AnalysisOptionsBuilder.Names, options.Keys);
        Assert.Equal(100, options["top"].GetProperty("maximum").GetInt32());
        Assert.Equal(["none", "global", "adaptive"], options["equalize"].GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToList();
        Assert.Equal(["200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503", "504"], statuses);
    }

    [Fact]
    public async Task Get_of_the_reference_page_answers_with_html()
    {
        using var response = await api.Client.GetAsync("/scalar/", TestContext.Current.CancellationToken);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Get_of_the_page_of_each_problem_tells_what_to_do()
    {
        foreach (var code in ErrorCodes.All)
        {
            var page = await api.Client.GetStringAsync($"/problems/{code.Code}", TestContext.Current.CancellationToken);
            Assert.Contains($"<h1>{code.Title}</h1>", page, StringComparison.Ordinal);
            Assert.Contains(code.Remedy, page, StringComparison.Ordinal);
        }

        using var unknown = await api.Client.GetAsync("/problems/none", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(unknown, ErrorCodes.RouteNotFound);
    }

    [Fact]
    public async Task Get_of_health_names_the_models()
    {
        using var document = JsonDocument.Parse(await api.Client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", document.RootElement.GetProperty("checks").GetProperty("models").GetProperty("status").GetString());
    }
}
