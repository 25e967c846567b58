using System.Net.Http.Json;
using System.Text;
using Contracts;
using Xunit;

namespace Tests.Api;

/// <summary>The three bodies of the analyse route, and what comes back.</summary>
internal static class Requests
{
    public const string Route = "/api/analyze";

    public static HttpContent Raw(byte[] bytes, string type = "application/octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(type);
        return content;
    }

    public static HttpContent Json(string json) => new StringContent(json, Encoding.UTF8, "application/json");

    public static HttpContent Json(byte[] image) => Json($$"""{"image":"{{Convert.ToBase64String(image)}}"}""");

    public static MultipartFormDataContent Form(byte[] image, string name = "image") => new() { { new ByteArrayContent(image), name, "photo.jpg" } };

    public static async Task<Analysis> AnalyzeAsync(this HttpClient client, HttpContent body, string query = "")
    {
        using var response = await client.PostAsync(Route + query, body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return (await response.Content.ReadFromJsonAsync(ContractsJsonContext.Default.Analysis, TestContext.Current.CancellationToken))!;
    }

    public static async Task<Problem> FailAsync(this HttpClient client, HttpContent body, ErrorCode expected, string query = "")
    {
        using var response = await client.PostAsync(Route + query, body, TestContext.Current.CancellationToken);
        return await ReadProblemAsync(response, expected);
    }

    /// <summary>Reads a problem and checks everything that all problems have in common.</summary>
    public static async Task<Problem> ReadProblemAsync(HttpResponseMessage response, ErrorCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = System.Text.Json.JsonSerializer.Deserialize(text, ContractsJsonContext.Default.Problem)!;
        Assert.Equal((expected.Code, expected.Status, expected.Title), (problem.Code, problem.Status, problem.Title));
        Assert.Equal(expected.Status, (int)response.StatusCode);
        Assert.Equal($"/problems/{expected.Code}", problem.Type);
        Assert.Equal(expected.Retryable, problem.Retryable);
        Assert.Equal(32, problem.TraceId!.Length);
        Assert.NotEmpty(problem.Detail!);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Tests.Fixtures.Repository.Root, text, StringComparison.Ordinal);
        return problem;
    }
}
