using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The dashboard's page Resources as a person uses it.</summary>
public sealed class ResourcesPageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Look_at_the_resources_finds_their_states_filters_them_and_stops_one()
    {
        var page = await OpenAsync("/");
        await Assertions.Expect(Row(page, "cache")).ToContainTextAsync("Running");
        await Assertions.Expect(Row(page, "shop")).ToContainTextAsync("Running, unhealthy");
        await Assertions.Expect(Row(page, "stock")).ToContainTextAsync("(code 3)");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("3 resources");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Stop stock" }).CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop shop" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Stop shop" })).ToBeVisibleAsync();
        await Eventually.IsTrueAsync(() => site.Dashboard.Commands.Contains(("shop", "stop")));

        await page.GetByRole(AriaRole.Button, new() { Name = "Types" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Container" }).CheckAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 resource");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 resource");
        await Assertions.Expect(Row(page, "cache")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("nothing like it");
        await Assertions.Expect(page.GetByText("No resource matches the filters")).ToBeVisibleAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Open_the_details_of_one_shows_its_health_and_references_and_reveals_one_secret()
    {
        var page = await OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "shop", Exact = true }).ClickAsync();
        var pane = page.GetByRole(AriaRole.Complementary, new() { Name = "shop" });
        await Assertions.Expect(pane).ToContainTextAsync("The stock is not reachable.");
        await Assertions.Expect(pane.Locator(".section", new() { HasText = "References" }).Last).ToContainTextAsync("cache");
        await Assertions.Expect(pane).ToContainTextAsync("hello");
        await Assertions.Expect(pane).Not.ToContainTextAsync(DashboardSite.Secret);
        await Accessibility.AssertGoodAsync(page, pane);

        await pane.GetByRole(AriaRole.Button, new() { Name = "Show DATABASE_PASSWORD" }).ClickAsync();
        await Assertions.Expect(pane).ToContainTextAsync(DashboardSite.Secret);
        await pane.GetByRole(AriaRole.Button, new() { Name = "Hide DATABASE_PASSWORD" }).ClickAsync();
        await Assertions.Expect(pane).Not.ToContainTextAsync(DashboardSite.Secret);

        await pane.GetByRole(AriaRole.Button, new() { Name = "cache", Exact = true }).ClickAsync();
        var other = page.GetByRole(AriaRole.Complementary, new() { Name = "cache" });
        await Assertions.Expect(other.Locator(".section", new() { HasText = "Referenced by" })).ToContainTextAsync("shop");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(other).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "cache", Exact = true })).ToBeFocusedAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Choose_the_graph_draws_the_references_and_the_parameters_stay_masked()
    {
        var page = await OpenAsync("/?view=graph");
        await Assertions.Expect(page.Locator(".node")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".edge")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".node.warning")).ToHaveTextAsync("shop Running, unhealthy");
        await page.Locator(".node.error").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { Name = "stock" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Parameters" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show value" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "price-key" })).ToContainTextAsync(DashboardSite.Secret);
        Assert.Empty(session.Complaints);
    }

    private static ILocator Row(IPage page, string name) => page.Locator($"tr[data-name='{name}']");

    private Task<IPage> OpenAsync(string path) => session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened(path));
}
