using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The path that Rekognition has is nobody's to those who do not ask for it.</summary>
[Collection<SharedCloudApi>]
public sealed class AwsRouteTests(CloudApi api)
{
    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Without_the_header_the_path_is_no_route(string method)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "/");
        request.Headers.Add(RequestHeaders.ApiKey, CloudApi.Secret);
        await api.Client.NativeProblemAsync(request, ErrorCodes.RouteNotFound);
    }

    [Fact]
    public async Task By_another_method_the_path_is_no_route()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Amz-Target", "RekognitionService.DetectLabels");
        await api.Client.NativeProblemAsync(request, ErrorCodes.RouteNotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("DetectLabels")]
    [InlineData("RekognitionService.")]
    [InlineData("RekognitionService.detectlabels")]
    [InlineData("DynamoDB_20120810.ListTables")]
    public async Task A_target_that_is_none_is_an_unknown_operation(string target) => await api.Client.RefuseAsync(
        new SignedRequest(api.Endpoint, "{}") { Target = target }.Message(), "UnknownOperationException");

    [Fact]
    public async Task Switched_off_the_path_is_no_route()
    {
        await using var other = await ApiProcess.StartAsync(
            ("Compatibility:Aws", "false"), ("Security:ApiKeys:0:Name", CloudApi.AccessKeyId), ("Security:ApiKeys:0:Key", CloudApi.Secret));
        await other.Client.NativeProblemAsync(new SignedRequest(other.Client.BaseAddress!, "{}").Message(), ErrorCodes.RouteNotFound);
    }
}
