using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The way into the dashboard, with the token and without it.</summary>
public sealed class LoginTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Open_a_page_without_a_login_asks_for_the_token_and_then_leads_there()
    {
        var page = await session.OpenAtAsync(site.Dashboard.Address, scheme: ColorScheme.Dark, path: "/traces?errors=true");
        await Accessibility.AssertGoodAsync(page);
        await page.GetByLabel("Token").FillAsync(RunningDashboard.Token);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Traces");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Errors only" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Empty(session.Complaints);

        // The page goes to the login by itself, as soon as it is told that it may not ask any more.
        await page.Context.ClearCookiesAsync();
        await page.GetByLabel("Token").FillAsync("guessed");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("This is not the token of the AppHost that runs now.");
    }
}
