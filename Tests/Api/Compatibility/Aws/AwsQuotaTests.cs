using ApiService.Inference;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Compatibility.Aws;

/// <summary>The quota of a key is its owner's alone.</summary>
public sealed class AwsQuotaTests(CloudClients clients) : IAsyncLifetime
{
    private const int Permits = 3;

    private RunningService<InferenceOptions> api = null!;

    private Uri Endpoint => api.Client.BaseAddress!;

    public async ValueTask InitializeAsync() => api = await ApiProcess.StartAsync(
        ("Security:ApiKeys:0:Name", CloudApi.AccessKeyId),
        ("Security:ApiKeys:0:Key", CloudApi.Secret),
        ("Security:ApiKeys:0:PermitsPerMinute", $"{Permits}"));

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task A_used_up_quota_is_told_and_nobody_without_the_secret_can_use_it_up()
    {
        foreach (var hash in new[] { null, SignedRequest.Hash(Body()) })
        {
            foreach (var forged in Enumerable.Repeat(new SignedRequest(Endpoint, Body()) { Secret = "x", DeclaredHash = hash }, Permits + 1))
            {
                await api.Client.RefuseAsync(forged.Message(), "InvalidSignatureException");
            }
        }

        // The model of things is switched off here, colours need none.
        var call = AwsCall.Of("DetectLabels", "cat.jpg", """{"Features":["IMAGE_PROPERTIES"]}""");
        var results = await new AwsClient(Endpoint).CallAsync(clients, [.. Enumerable.Repeat(call, Permits + 1)]);
        Assert.All(results.Take(Permits), static result => Assert.Equal(200, result.Status));
        Assert.Equal(("ProvisionedThroughputExceededException", 400, "client"), (results[^1].Error, results[^1].Status, results[^1].Fault));
        Assert.Contains("ProvisionedThroughputExceededException", results[^1].Classes);
    }

    [Fact]
    public async Task A_request_that_is_refused_for_its_parameters_counts()
    {
        var refused = new SignedRequest(Endpoint, """{"Image":{}}""");
        for (var request = 0; request < Permits; request++)
        {
            await api.Client.RefuseAsync(refused.Message(), "InvalidParameterException");
        }

        await api.Client.RefuseAsync(refused.Message(), "ProvisionedThroughputExceededException");
    }

    [Fact]
    public async Task A_feature_that_is_not_set_up_is_an_unknown_operation() => await api.Client.RefuseAsync(
        new SignedRequest(Endpoint, Body()) { Target = "RekognitionService.DetectFaces" }.Message(), "UnknownOperationException");

    private static string Body() => $$"""{"Image":{"Bytes":"{{Convert.ToBase64String(Photo.Bytes("cat.jpg"))}}"} }""";
}
