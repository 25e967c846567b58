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
        var classifiers = list!.Models.Where(model => model.Task == "classification").ToList();
        Assert.Equal(["efficientnet-lite0", "efficientnet-lite2"], classifiers.Select(model => model.Name));
        Assert.Equal([false, true], classifiers.Select(model => model.Default));
        Assert.All(classifiers, model => Assert.Equal((1000, "Apache-2.0", "1"), (model.Classes, model.Licence, model.Version)));
        Assert.All(list.Models, model => Assert.StartsWith("sha256:", model.Versions.Single().Digest, StringComparison.Ordinal));
        var detector = list.Models.Single(model => model.Task == "object-detection");
        Assert.Equal(("nanodet-g", 80, 416), (detector.Name, detector.Classes, detector.InputSize));
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
        var operation = Operation(document, "/api/analyze", "post");
        Assert.Equal(
            ["application/json", "multipart/form-data", "image/*", "application/octet-stream"],
            operation.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(body => body.Name));
        var options = Parameters(operation);
        Assert.Equal([.. Vision.Options.AnalysisOptionsBuilder.Names, "stream", "Cache-Control", "X-Request-Deadline-Ms"], options.Keys);
        Assert.Equal(100, options["top"].GetProperty("maximum").GetInt32());
        Assert.Equal(["lines", "words", "symbols"], options["textDetail"].GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal(["none", "global", "adaptive"], options["equalize"].GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        var responses = operation.GetProperty("responses");
        Assert.Equal(
            ["200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "503", "504"],
            responses.EnumerateObject().Select(response => response.Name));
        Assert.Equal(
            ["application/json", "text/event-stream"],
            responses.GetProperty("200").GetProperty("content").EnumerateObject().Select(body => body.Name));
    }

    [Theory]
    [InlineData("/api/analyze-batch", "post", "features,top,minConfidence,model,equalize,textDetail", "application/json,multipart/form-data")]
    [InlineData("/api/analyze-async", "post", "features,top,Prefer,Idempotency-Key", "application/json,multipart/form-data,image/*,application/octet-stream")]
    [InlineData("/api/classifiers", "post", "Idempotency-Key", "application/json,multipart/form-data")]
    [InlineData("/api/analyze/ws", "get", "features,top,minConfidence,model,equalize,textDetail", "")]
    [InlineData("/api/results/{digest}", "get", "digest,features,model,If-None-Match", "")]
    [InlineData("/api/jobs/{id}/events", "get", "id,Last-Event-ID", "")]
    [InlineData("/api/models/{name}/labels", "get", "name,q", "")]
    public async Task Get_of_the_openapi_document_describes_each_operation(string path, string method, string parameters, string bodies)
    {
        using var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var operation = Operation(document, path, method);
        Assert.Subset(Parameters(operation).Keys.ToHashSet(StringComparer.Ordinal), parameters.Split(',').ToHashSet(StringComparer.Ordinal));
        Assert.Contains("X-Request-Deadline-Ms", Parameters(operation).Keys);
        var described = operation.TryGetProperty("requestBody", out var body)
            ? string.Join(',', body.GetProperty("content").EnumerateObject().Select(content => content.Name))
            : string.Empty;
        Assert.Equal(bodies, described);
        var headers = operation.GetProperty("responses").GetProperty("429").GetProperty("headers").EnumerateObject().Select(header => header.Name);
        Assert.Equal(["Retry-After", "RateLimit-Policy", "RateLimit"], headers);
    }

    [Fact]
    public async Task Get_of_the_openapi_document_has_numbers_that_are_numbers_and_what_may_be_null()
    {
        using var document = JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        var job = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("Job").GetProperty("properties");
        Assert.Equal("integer", job.GetProperty("attempts").GetProperty("type").GetString());
        Assert.Contains("null", job.GetProperty("startedAt").GetProperty("type").ToString(), StringComparison.Ordinal);
        Assert.Contains("null", job.GetProperty("result").GetProperty("oneOf").ToString(), StringComparison.Ordinal);
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

    private static JsonElement Operation(JsonDocument document, string path, string method) =>
        document.RootElement.GetProperty("paths").GetProperty(path).GetProperty(method);

    private static Dictionary<string, JsonElement> Parameters(JsonElement operation) =>
        operation.GetProperty("parameters").EnumerateArray().ToDictionary(
            parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"), StringComparer.Ordinal);
}
