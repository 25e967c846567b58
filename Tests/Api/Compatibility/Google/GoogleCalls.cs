using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>Calls of <c>images:annotate</c> without a client, as <c>curl</c> would send them.</summary>
internal static class GoogleCalls
{
    public const string Route = "/v1/images:annotate";

    /// <summary>Every feature that this server has.</summary>
    public static IReadOnlyList<string> Features { get; } =
    [
        "LABEL_DETECTION", "OBJECT_LOCALIZATION", "FACE_DETECTION", "TEXT_DETECTION", "DOCUMENT_TEXT_DETECTION",
        "SAFE_SEARCH_DETECTION", "IMAGE_PROPERTIES", "CROP_HINTS",
    ];

    /// <summary>A photo's request, with all that this server can tell of it.</summary>
    public static JsonObject All(string photo) => For(photo, [.. Features.Select(static type => new JsonObject { ["type"] = type, ["maxResults"] = 100 })]);

    public static JsonObject For(string photo, params JsonObject[] features) => For(Photo.Bytes(photo), features);

    public static JsonObject For(byte[] image, params JsonObject[] features) => new()
    {
        ["image"] = new JsonObject { ["content"] = Convert.ToBase64String(image) },
        ["features"] = new JsonArray([.. features]),
    };

    public static JsonObject Body(params JsonObject[] requests) => new() { ["requests"] = new JsonArray([.. requests]) };

    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string json, string? key, string route = Route)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, route) { Content = Requests.Json(json) };
        if (key is not null)
        {
            request.Headers.Add("X-Goog-Api-Key", key);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answers of a call that succeeds, one for each image.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AnnotateAsync(this HttpClient client, JsonObject body, string route = Route)
    {
        using var response = await client.SendAsync(body.ToJsonString(), CloudApi.Key, route);
        var answer = await ReadAsync(response, 200);
        Assert.Equal(["responses"], answer.EnumerateObject().Select(static member => member.Name));
        return [.. answer.GetProperty("responses").EnumerateArray()];
    }

    /// <summary>The error of a call that fails as a whole.</summary>
    public static async Task<JsonElement> FailAsync(HttpResponseMessage response, int status, string name)
    {
        var error = (await ReadAsync(response, status)).GetProperty("error");
        Assert.Equal((status, name), (error.GetProperty("code").GetInt32(), error.GetProperty("status").GetString()));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(
            response.Headers.GetValues("X-Trace-Id").Single(), Detail(error, "RequestInfo").GetProperty("requestId").GetString());
        Assert.DoesNotContain("Exception", error.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, error.GetRawText(), StringComparison.Ordinal);
        return error;
    }

    public static JsonElement Detail(JsonElement error, string type) => error.GetProperty("details").EnumerateArray()
        .Single(detail => detail.GetProperty("@type").GetString() == $"type.googleapis.com/google.rpc.{type}");

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode == status, text);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return JsonElement.Parse(text);
    }
}
