using System.Net;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Azure;

/// <summary>Who may call Azure's route, how often, and what lies beside it.</summary>
[Collection<SharedCloudApi>]
public sealed class AzureCallerTests(CloudApi api)
{
    private const string Query = $"{AzureRequests.Path}?{AzureRequests.Version}&features=tags";

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    [InlineData("Azure-Key")]
    public async Task Post_without_a_known_key_is_denied(string? key) =>
        Assert.Equal(new AzureFailure(401, "401", null), await api.Client.FailAsync(Query, Requests.Raw([1]), key));

    [Fact]
    public async Task Post_with_a_key_of_ours_in_our_own_header_is_denied()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Query) { Content = Requests.Raw([1]) };
        request.Headers.Add(RequestHeaders.ApiKey, CloudApi.Key);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(new AzureFailure(401, "401", null), await AzureFailure.ReadAsync(response));
    }

    [Fact]
    public async Task Post_with_a_key_that_lacks_the_role_is_forbidden() =>
        Assert.Equal(new AzureFailure(403, "403", null), await api.Client.FailAsync(Query, Requests.Raw([1]), CloudApi.AdminKey));

    [Theory]
    [InlineData("GET", AzureRequests.Path)]
    [InlineData("PUT", AzureRequests.Path)]
    [InlineData("POST", "/computervision/imageanalysis:segment")]
    [InlineData("POST", "/computervision/retrieval:vectorizeImage")]
    [InlineData("GET", "/computervision/models")]
    [InlineData("GET", "/computervision")]
    public async Task Send_to_another_operation_is_not_found(string method, string path)
    {
        using var response = await api.Client.SendAsync($"{path}?{AzureRequests.Version}", body: null, method: new HttpMethod(method));
        Assert.Equal(new AzureFailure(404, "404", null), await AzureFailure.ReadAsync(response));
    }

    [Fact]
    public async Task Post_beyond_the_quota_tells_when_to_come_back()
    {
        await using var own = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "one"), ("Security:ApiKeys:0:Key", CloudApi.Key), ("Security:ApiKeys:0:PermitsPerMinute", "1"));
        Assert.Equal(400, (await own.Client.FailAsync(Query, Requests.Raw([1]))).Status);
        using var refused = await own.Client.SendAsync(Query, Requests.Raw([1]));
        Assert.Equal(new AzureFailure(429, "429", null), await AzureFailure.ReadAsync(refused));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task Post_for_a_feature_that_is_switched_off_is_not_supported()
    {
        await using var own = await ApiProcess.StartAsync(
            ("Security:ApiKeys:0:Name", "one"), ("Security:ApiKeys:0:Key", CloudApi.Key));
        var failure = await own.Client.FailAsync(
            $"{AzureRequests.Path}?{AzureRequests.Version}&features=tags,objects", Requests.Raw(Photo.Bytes("cat.jpg")));
        Assert.Equal(new AzureFailure(400, "InvalidRequest", "NotSupportedFeature"), failure);
    }

    [Fact]
    public async Task Post_with_the_protocol_switched_off_finds_no_route()
    {
        await using var own = await ApiProcess.StartAsync(
            ("Compatibility:Azure", "false"), ("Security:ApiKeys:0:Name", "one"), ("Security:ApiKeys:0:Key", CloudApi.Key));
        using var response = await own.Client.SendAsync(Query, Requests.Raw(Photo.Bytes("cat.jpg")));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await Requests.ReadProblemAsync(response, ErrorCodes.RouteNotFound);
    }
}
