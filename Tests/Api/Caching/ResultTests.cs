using System.Net;
using ApiService.Inference;
using Contracts;
using Tests.Fixtures;
using Xunit;

namespace Tests.Api.Caching;

/// <summary>What was computed before, by its digest.</summary>
public sealed class ResultTests : IAsyncLifetime
{
    private static readonly string Digest = Vision.ImageDigest.Of(Photo.Bytes("cat.jpg"));

    private RunningService<InferenceOptions> api = null!;

    public async ValueTask InitializeAsync()
    {
        api = await ApiProcess.StartAsync();
        await AnalysisCacheTests.PostAsync(api);
    }

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Get_by_any_writing_of_the_digest_gives_the_same()
    {
        var expected = await GetAsync(Digest);
        Assert.Equal(expected, await GetAsync(Digest.ToUpperInvariant()));
        Assert.Equal(expected, await GetAsync(Digest["sha256:".Length..]));
        Assert.Equal(expected, await GetAsync(Digest + "?top=5&minConfidence=0.0&model=efficientnet-lite2@1&features=labels&equalize=none"));
    }

    [Fact]
    public async Task Get_with_a_tag_that_is_known_in_any_form_is_not_modified()
    {
        // The second query is new to the output cache, which answers by its own code.
        foreach (var query in new[] { "", "?top=5" })
        {
            using var first = await api.Client.GetAsync($"/api/results/{Digest}{query}", TestContext.Current.CancellationToken);
            var tag = first.Headers.ETag!.ToString();
            foreach (var known in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
            {
                foreach (var variant in new[] { query, query.Length == 0 ? $"?minConfidence=0&equalize=none&features=labels&top=5&" : query })
                {
                    Assert.Equal((HttpStatusCode.NotModified, tag), await AskAsync(variant, known));
                }
            }

            Assert.Equal((HttpStatusCode.OK, tag), await AskAsync(query, "\"other\""));
        }
    }

    [Theory]
    [InlineData("?TOP=5")]
    [InlineData("?stream=true")]
    [InlineData("?top=0")]
    public async Task Get_with_an_option_that_is_none_is_refused_whatever_is_cached(string query)
    {
        await GetAsync(Digest + "?top=5");
        await GetAsync(Digest + "?top=5");
        using var response = await api.Client.GetAsync($"/api/results/{Digest}{query}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.InvalidRequest);
    }

    [Theory]
    [InlineData("?model=efficientnet-lite0")]
    [InlineData("?model=efficientnet-lite2@2")]
    [InlineData("?features=faces")]
    public async Task Get_of_what_was_not_computed_so_is_not_found(string query)
    {
        using var response = await api.Client.GetAsync($"/api/results/{Digest}{query}", TestContext.Current.CancellationToken);
        await Requests.ReadProblemAsync(response, ErrorCodes.ResultNotFound);
    }

    [Theory]
    [InlineData("no-store", "no-store, no-cache")]
    [InlineData("No-Store", "max-age=0, no-store")]
    public async Task Post_that_forbids_to_store_leaves_nothing_to_get(params string[] cacheControls)
    {
        foreach (var cacheControl in cacheControls)
        {
            Assert.Equal("analysis; fwd=miss", (await AnalysisCacheTests.PostAsync(api, "?top=11", cacheControl)).Status);
            using var response = await api.Client.GetAsync($"/api/results/{Digest}?top=11", TestContext.Current.CancellationToken);
            await Requests.ReadProblemAsync(response, ErrorCodes.ResultNotFound);
        }

        Assert.Equal("analysis; fwd=miss", (await AnalysisCacheTests.PostAsync(api, "?top=11", "no-cache")).Status);
        Assert.NotEmpty(await GetAsync(Digest + "?top=11"));
    }

    [Theory]
    [InlineData("max-age=0")]
    [InlineData("only-if-cached")]
    [InlineData("===")]
    public async Task Post_with_a_directive_that_means_nothing_here_is_answered_from_the_cache(string cacheControl)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Route) { Content = Requests.Raw(Photo.Bytes("cat.jpg")) };
        request.Headers.TryAddWithoutValidation("Cache-Control", cacheControl);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("analysis; hit; detail=memory", response.Headers.GetValues("Cache-Status").Single());
        Assert.Equal("queue;dur=0, decode;dur=0, labels;dur=0", response.Headers.GetValues("Server-Timing").Single());
    }

    private async Task<(HttpStatusCode Status, string? Tag)> AskAsync(string query, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/results/{Digest}{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.ETag?.ToString());
    }

    private async Task<string> GetAsync(string path) =>
        await api.Client.GetStringAsync($"/api/results/{path}", TestContext.Current.CancellationToken);
}
