extern alias Inference;

using Tests.Fixtures;
using Xunit;
using InferenceProgram = Inference::Program;

namespace Tests.Api.Limits;

/// <summary>No browser guesses another type for a reply than the one that it declares, whatever the reply is.</summary>
[Collection<SharedApi>]
public sealed class NoSniffTests(ApiFixture api)
{
    [Theory]
    [InlineData("GET", "/api/models")]
    [InlineData("GET", "/api/models/efficientnet-lite0/labels")]
    [InlineData("GET", "/api/models/none")]
    [InlineData("GET", "/api/results/none")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/analyze")]
    [InlineData("GET", "/api/analyze/ws")]
    [InlineData("HEAD", "/api/nothing")]
    [InlineData("OPTIONS", "/api/analyze")]
    [InlineData("POST", "/api/analyze")]
    [InlineData("POST", "/api/analyze-batch")]
    [InlineData("GET", "/health/live")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/health/startup")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/openapi/v1.json")]
    [InlineData("GET", "/scalar/")]
    [InlineData("GET", "/problems/")]
    [InlineData("GET", "/")]
    public async Task Send_to_any_route_of_the_api_says_nosniff(string method, string route) => await AssertNoSniffAsync(api.Client, method, route);

    [Fact]
    public async Task Post_of_an_image_says_nosniff()
    {
        foreach (var query in new[] { "", "?stream=true", "?model=none" })
        {
            using var response = await api.Client.PostAsync(
                Requests.Route + query, Requests.Raw(EncodedPicture.Gif()), TestContext.Current.CancellationToken);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Send_to_any_route_of_the_inference_service_says_nosniff()
    {
        await using var inference = new RunningService<InferenceProgram>(static _ => { });
        foreach (var route in new[] { "/v1/models", "/v1/analyze", "/health/live", "/health/ready", "/metrics", "/none" })
        {
            await AssertNoSniffAsync(inference.Client, "GET", route);
        }
    }

    private static async Task AssertNoSniffAsync(HttpClient client, string method, string route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), route);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
