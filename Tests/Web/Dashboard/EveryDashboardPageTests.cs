using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>What each page of the dashboard owes to everybody: it fits, says what to do when there is nothing, and tells of a lost server.</summary>
public sealed class EveryDashboardPageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private static readonly (string Path, string Word)[] Empty =
    [
        ("/consolelogs", "No lines yet"),
        ("/structuredlogs", "No log entries yet"),
        ("/traces", "No traces yet"),
        ("/traces/detail/0123456789abcdef0123456789abcdef", "This trace is not held"),
        ("/metrics", "No metrics yet"),
    ];

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Theory]
    [InlineData(1024, ColorScheme.Dark)]
    [InlineData(400, ColorScheme.Light)]
    public async Task Open_each_page_without_data_says_what_to_do_fits_and_moves_nothing(int width, ColorScheme scheme)
    {
        var page = await session.OpenAtAsync(site.Dashboard.Address, width, scheme, DashboardSite.Opened("/"));
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("3 resources");
        await AssertFitsAsync(page, width);
        foreach (var (path, word) in Empty)
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.Locator("#empty")).ToContainTextAsync(word);
            await AssertFitsAsync(page, width);
        }

        await Accessibility.AssertGoodAsync(page);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Pause_says_so_on_each_page_of_telemetry_and_a_lost_server_is_told_until_it_is_back()
    {
        var page = await session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened("/structuredlogs"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Paused: what arrives is dropped, 0 so far");
        using (var shop = new SentTelemetry(site.Dashboard, "shop"))
        {
            shop.Logger.Packed(1);
        }

        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("1 so far");
        await page.GotoAsync("/traces");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Paused");
        await page.Locator("#resume").ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Live");

        await page.RouteAsync("**/api/dashboard/**", static route => route.AbortAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not answer");
        await page.UnrouteAsync("**/api/dashboard/**");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        Assert.Empty(session.Complaints);
    }

    private static async Task AssertFitsAsync(IPage page, int width)
    {
        await ScreenFit.AssertAsync(page, width);
        Assert.Empty(await LayoutShifts.SinceOpenedAsync(page));
    }
}
