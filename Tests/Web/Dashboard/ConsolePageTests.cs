using Microsoft.Playwright;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The dashboard's page Console logs while resources write.</summary>
public sealed class ConsolePageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Watch_the_lines_shows_each_at_once_as_text_in_its_colours_until_it_is_paused()
    {
        site.Dashboard.WriteLine("shop", "Before anybody looked");
        var page = await session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened("/consolelogs"));
        var lines = page.GetByRole(AriaRole.Log);
        await Assertions.Expect(lines).ToContainTextAsync("Before anybody looked");
        site.Dashboard.WriteLine("shop", "\e[32minfo\e[39m: ready");
        site.Dashboard.WriteLine("stock", DashboardSite.Hostile, isError: true);
        await Assertions.Expect(lines.Locator(".ink-2")).ToHaveTextAsync("info");
        await Assertions.Expect(lines.Locator(".failed")).ToContainTextAsync("<img src=x onerror=");
        Assert.Equal(0, await page.Locator("img").CountAsync());
        await Accessibility.AssertGoodAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        site.Dashboard.WriteLine("shop", "While it was paused");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("Paused: 1 new line waits");
        await Assertions.Expect(lines).Not.ToContainTextAsync("While it was paused");
        await page.Locator("#resume").ClickAsync();
        await Assertions.Expect(lines).ToContainTextAsync("While it was paused");

        await page.GetByRole(AriaRole.Button, new() { Name = "All resources" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "shop" }).CheckAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(site.Dashboard.Address, "/consolelogs/resource/shop").ToString());
        await Assertions.Expect(lines).Not.ToContainTextAsync("onerror");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Restart" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("READY");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 line");
        await Assertions.Expect(lines.Locator("mark")).ToHaveTextAsync("ready");
        Assert.Empty(session.Complaints);
    }
}
