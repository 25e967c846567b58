using System.Net;
using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The link that chooses a language, and what it refuses.</summary>
public sealed class LanguageEndpointTests : IAsyncDisposable
{
    private readonly RunningService<DiscoveredDestinations> web = WebBefore.Api(WebBefore.NobodyListens);

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData("/jobs?x=1", "/jobs?x=1")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("", "/")]
    public async Task Choose_a_language_goes_back_to_a_page_of_this_site_alone(string from, string to)
    {
        using var response = await GetAsync($"/language?to=zh&from={Uri.EscapeDataString(from)}");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(to, response.Headers.Location!.ToString());
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("zh", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Choose_a_language_that_there_is_not_is_refused()
    {
        using var response = await GetAsync("/language?to=xx&from=/");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = web.Client.BaseAddress };
        return await http.GetAsync(path, TestContext.Current.CancellationToken);
    }
}
