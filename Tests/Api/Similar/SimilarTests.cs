using System.Net;
using System.Net.Http.Json;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Similar;

/// <summary>Images that were analysed with their embedding, found again by likeness.</summary>
public sealed class SimilarTests
{
    private const string Query = "?features=embedding&model=efficientnet-lite0";
    private static readonly (string, string) NoQuota = ("RateLimiting:Anonymous:PermitLimit", "1000");

    [Fact]
    public async Task Get_similar_gives_the_others_most_similar_first()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota);
        var cat = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), Query);
        var smaller = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Reduced("cat.jpg", 0.7)), Query);
        var coffee = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("coffee.jpg")), Query);

        var found = await FindAsync(api.Client, cat.Digest);
        Assert.Equal((cat.Digest, cat.Model), (found.Digest, found.Model));
        Assert.Equal([smaller.Digest, coffee.Digest], found.Similar.Select(image => image.Digest));
        Assert.InRange(found.Similar[0].Similarity, 0.8, 1);
        Assert.InRange(found.Similar[1].Similarity, -1, found.Similar[0].Similarity - 0.2);
        Assert.Equal(found.Similar.Take(1), (await FindAsync(api.Client, cat.Digest, "&k=1")).Similar);
    }

    [Fact]
    public async Task Get_similar_of_an_image_that_was_not_kept_is_not_found()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota);
        var cat = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), "?features=labels&model=efficientnet-lite0");
        await FailAsync(api.Client, $"{cat.Digest}?model=efficientnet-lite0", ErrorCodes.ResultNotFound);

        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route + Query) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        request.Headers.Add("Cache-Control", "no-store");
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await FailAsync(api.Client, $"{cat.Digest}?model=efficientnet-lite0", ErrorCodes.ResultNotFound);

        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), Query);
        Assert.Empty((await FindAsync(api.Client, cat.Digest)).Similar);
        await FailAsync(api.Client, cat.Digest, ErrorCodes.ResultNotFound);
        await FailAsync(api.Client, "nothing", ErrorCodes.ResultNotFound);
        await FailAsync(api.Client, $"{cat.Digest}?model=none", ErrorCodes.ModelNotFound);
        foreach (var count in new[] { "0", "101", "x", "-1", "" })
        {
            await FailAsync(api.Client, $"{cat.Digest}?k={count}", ErrorCodes.InvalidRequest);
        }
    }

    [Fact]
    public async Task Post_beyond_the_bound_forgets_the_oldest()
    {
        await using var api = await ApiProcess.StartAsync(NoQuota, ("Similar:MaximumImages", "2"));
        var oldest = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), Query);
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("coffee.jpg")), Query);
        var newest = await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("palace.jpg")), Query);
        Assert.Single((await FindAsync(api.Client, newest.Digest)).Similar);
        await FailAsync(api.Client, $"{oldest.Digest}?model=efficientnet-lite0", ErrorCodes.ResultNotFound);
    }

    [Fact]
    public async Task Get_similar_finds_the_images_of_other_replicas_and_goes_on_without_Redis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await ApiProcess.StartAsync(NoQuota, ("ConnectionStrings:cache", redis.ConnectionString));
        await using var other = await ApiProcess.StartAsync(NoQuota, ("ConnectionStrings:cache", redis.ConnectionString));
        var cat = await one.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), Query);
        var coffee = await other.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("coffee.jpg")), Query);
        Assert.Equal(coffee.Digest, Assert.Single((await FindAsync(one.Client, cat.Digest)).Similar).Digest);
        Assert.Equal(cat.Digest, Assert.Single((await FindAsync(other.Client, coffee.Digest)).Similar).Digest);
        redis.Stop();
        Assert.Single((await FindAsync(one.Client, cat.Digest)).Similar);
    }

    private static async Task<SimilarImages> FindAsync(HttpClient client, string digest, string query = "") =>
        (await client.GetFromJsonAsync(
            $"/api/similar/{digest}?model=efficientnet-lite0{query}",
            ContractsJsonContext.Default.SimilarImages,
            TestContext.Current.CancellationToken))!;

    private static async Task FailAsync(HttpClient client, string address, ErrorCode expected)
    {
        using var response = await client.GetAsync($"/api/similar/{address}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, expected);
    }
}
