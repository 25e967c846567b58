using Tests.Fixtures;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>What every reply of the page's own server tells the browser.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private RunningService<DiscoveredDestinations> web = null!;

    public ValueTask InitializeAsync()
    {
        web = WebBefore.Api(WebBefore.NobodyListens);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/js/analyze/page.js")]
    [InlineData("/favicon.svg")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    public async Task Ask_for_anything_is_answered_with_the_strict_policy(string path)
    {
        using var response = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("camera=(self)", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/batch")]
    [InlineData("/jobs")]
    [InlineData("/classifiers")]
    [InlineData("/similar")]
    [InlineData("/models")]
    [InlineData("/status")]
    public async Task Ask_for_a_page_gives_no_cookie_no_token_and_nothing_inline(string path)
    {
        using var response = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*(src=|application/json))| style=| on[a-z]+=\"", page);
    }
}
