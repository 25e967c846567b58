using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The page while nothing answers behind its server.</summary>
public sealed class ApiAwayTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);
    private readonly RunningService<DiscoveredDestinations> web = WebBefore.Api(WebBefore.NobodyListens);

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task Choose_a_photo_while_the_api_is_away_says_so_and_when_to_try_again()
    {
        var page = await session.OpenAtAsync(web.Client.BaseAddress!);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        var problem = page.Locator("#problem");
        await Assertions.Expect(problem).ToContainTextAsync("The API service cannot be reached");
        await Assertions.Expect(problem).ToContainTextAsync("inference_unavailable");
        await Assertions.Expect(problem).ToContainTextAsync("Try again in 1 s.");
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();
        Assert.Empty(session.Complaints);
    }
}
