using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Google;

/// <summary>Calls that fail as a whole, in the body that Google's clients read.</summary>
[Collection<SharedCloudApi>]
public sealed class GoogleCallErrorTests(CloudApi google)
{
    private static readonly string Body = GoogleCalls.Body(
        GoogleCalls.For(EncodedPicture.Gif(), new JsonObject { ["type"] = "LABEL_DETECTION" })).ToJsonString();

    [Fact]
    public async Task Post_without_a_key_is_denied()
    {
        using var response = await google.Client.SendAsync(Body, key: null);
        var error = await GoogleCalls.FailAsync(response, 403, "PERMISSION_DENIED");
        Assert.Contains("X-Goog-Api-Key", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong", "/v1/images:annotate")]
    [InlineData(null, "/v1/images:annotate?key=wrong")]
    [InlineData("", "/v1/images:annotate")]
    public async Task Post_with_an_unknown_key_is_told_that_it_is_not_valid(string? header, string route)
    {
        using var response = await google.Client.SendAsync(Body, header, route);
        var error = await GoogleCalls.FailAsync(response, 400, "INVALID_ARGUMENT");
        var info = GoogleCalls.Detail(error, "ErrorInfo");
        Assert.Equal(
            ("API_KEY_INVALID", "googleapis.com", "vision.googleapis.com"),
            (info.GetProperty("reason").GetString(), info.GetProperty("domain").GetString(), info.GetProperty("metadata").GetProperty("service").GetString()));
    }

    [Fact]
    public async Task Post_with_the_key_as_a_parameter_is_answered()
    {
        using var response = await google.Client.SendAsync(Body, key: null, $"/v1/images:annotate?key={CloudApi.Key}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_with_a_key_of_another_role_is_denied()
    {
        using var response = await google.Client.SendAsync(Body, CloudApi.AdminKey);
        await GoogleCalls.FailAsync(response, 403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("/v1/images:asyncBatchAnnotate")]
    [InlineData("/v1/files:annotate")]
    [InlineData("/v1/projects/p/files:asyncBatchAnnotate")]
    [InlineData("/v1/projects/p/locations/l/files:annotate")]
    public async Task Post_to_a_method_that_this_server_does_not_have_is_unimplemented(string route)
    {
        using var response = await google.Client.SendAsync("{}", CloudApi.Key, route);
        await GoogleCalls.FailAsync(response, 501, "UNIMPLEMENTED");
    }

    [Fact]
    public async Task Post_beyond_the_quota_is_exhausted_and_each_image_counts()
    {
        await using var api = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "few"), ("Security:ApiKeys:0:Key", "few-key"), ("Security:ApiKeys:0:PermitsPerMinute", "4"));
        var request = GoogleCalls.For(EncodedPicture.Gif(), new JsonObject { ["type"] = "IMAGE_PROPERTIES" });
        var address = JsonNode.Parse("""{"image":{"source":{"imageUri":"http://localhost/"}},"features":[{"type":4}]}""")!.AsObject();
        using var first = await api.Client.SendAsync(GoogleCalls.Body(request, address).ToJsonString(), "few-key");
        Assert.StartsWith("\"analyze\";r=2;", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var malformed = await api.Client.SendAsync("{}", "few-key");
        Assert.StartsWith("\"analyze\";r=1;", malformed.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var refused = await api.Client.SendAsync(
            GoogleCalls.Body(request.DeepClone().AsObject(), address.DeepClone().AsObject()).ToJsonString(), "few-key");
        var error = await GoogleCalls.FailAsync(refused, 429, "RESOURCE_EXHAUSTED");
        Assert.Equal("RATE_LIMIT_EXCEEDED", GoogleCalls.Detail(error, "ErrorInfo").GetProperty("reason").GetString());
        Assert.Equal(
            $"{refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds}s",
            GoogleCalls.Detail(error, "RetryInfo").GetProperty("retryDelay").GetString());
    }

    [Fact]
    public async Task Post_that_takes_too_long_has_its_deadline_exceeded()
    {
        await using var hanging = await HangingInference.StartAsync();
        await using var api = await hanging.ApiAsync([("Deadline:Maximum", "00:00:00.2"), .. CloudApi.Keys]);
        using var response = await api.Client.SendAsync(Body, CloudApi.Key);
        await GoogleCalls.FailAsync(response, 504, "DEADLINE_EXCEEDED");
    }

    [Fact]
    public async Task Post_of_more_than_fits_into_memory_is_unavailable()
    {
        const int Least = 20 * 1024 * 1024;
        await using var api = await ApiProcess.StartAsync(
            [.. CloudApi.Keys, ("Ingest:MaximumBytesInFlight", $"{Least}")]);
        var large = new byte[11 * 1024 * 1024];
        EncodedPicture.Gif().CopyTo(large, 0);
        var request = GoogleCalls.For(large, new JsonObject { ["type"] = "IMAGE_PROPERTIES" });
        using var response = await api.Client.SendAsync(
            GoogleCalls.Body(request, request.DeepClone().AsObject()).ToJsonString(), CloudApi.Key);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answers = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(14, answers.GetProperty("responses")[1].GetProperty("error").GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Post_where_the_protocol_is_off_has_no_route()
    {
        await using var api = await ApiProcess.StartAsync([.. CloudApi.Keys, ("Compatibility:Google", "false")]);
        using var response = await api.Client.SendAsync(Body, CloudApi.Key);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
