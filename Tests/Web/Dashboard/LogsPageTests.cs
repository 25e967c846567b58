using System.Globalization;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The dashboard's page Structured logs, with what the real exporter sends.</summary>
public sealed class LogsPageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private const int Many = 10_000;

    /// <summary>The message in the middle of what can be seen; none until the rows of that place are drawn.</summary>
    private const string InSightScript =
        """
        () => {
          const { top, bottom, height } = document.querySelector(".scroll").getBoundingClientRect();
          const rows = [...document.querySelectorAll(".room .row")];
          const isThere = (box) => box.top > top + height / 2 && box.bottom < bottom;
          return rows.find((row) => isThere(row.getBoundingClientRect()))?.querySelector(".message").textContent;
        }
        """;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Look_for_an_entry_finds_it_by_level_and_by_field_with_its_exception_and_trace()
    {
        var page = await OpenAsync("/structuredlogs/resource/shop");
        using (var shop = new SentTelemetry(site.Dashboard, "shop"))
        {
            using var span = shop.Source.StartActivity("order");
            shop.Logger.Packed(7);
            shop.Logger.RunningOut(2, DashboardSite.Hostile);
            shop.Logger.Failed(8, new InvalidOperationException("The stock is not reachable."));
        }

        await Assertions.Expect(page.Locator(".room .row")).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByText($"Only 2 are left of {DashboardSite.Hostile}")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("img").CountAsync());

        await page.GetByLabel("Least level").SelectOptionAsync("Error");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 entry");
        await page.GetByText("Order 8 failed").ClickAsync();
        var pane = page.GetByRole(AriaRole.Complementary);
        await Assertions.Expect(pane).ToContainTextAsync("InvalidOperationException: The stock is not reachable.");
        await Accessibility.AssertGoodAsync(page);

        await page.GetByLabel("Least level").SelectOptionAsync("");
        await pane.GetByRole(AriaRole.Button, new() { Name = "Filter by Number" }).ClickAsync();
        await Assertions.Expect(page.Locator("#filters")).ToContainTextAsync("Number is 8");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 entry");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the filter Number is 8" }).ClickAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("3 entries");
        await page.Locator(".room").GetByRole(AriaRole.Link, new() { Name = "Trace" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("shop: order");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Hold_ten_thousand_entries_keeps_few_rows_in_the_page_and_the_place_while_more_come()
    {
        using (var bulk = new SentTelemetry(site.Dashboard, "bulk"))
        {
            for (var number = 0; number < Many; number++)
            {
                bulk.Logger.Packed(number);
            }
        }

        var page = await OpenAsync("/structuredlogs/resource/bulk");
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("10,000 entries");
        var grid = page.GetByRole(AriaRole.Grid);
        await page.Locator(".room .row").First.FocusAsync();
        do
        {
            var known = await grid.GetAttributeAsync("aria-rowcount");
            await page.Keyboard.PressAsync("End");
            await Assertions.Expect(grid).Not.ToHaveAttributeAsync("aria-rowcount", known!);
        }
        while (int.Parse((await grid.GetAttributeAsync("aria-rowcount"))!, CultureInfo.InvariantCulture) < 3000);

        Assert.InRange(await page.EvaluateAsync<int>("document.querySelectorAll('*').length"), 1, 1500);
        await page.EvaluateAsync("document.querySelector('.scroll').scrollTop = 20_000");
        var rows = await grid.GetAttributeAsync("aria-rowcount");
        string? inSight = null;
        await Eventually.IsTrueAsync(async () => (inSight = await page.EvaluateAsync<string?>(InSightScript)) is not null);
        var watched = page.GetByText(inSight!, new() { Exact = true });
        var place = await watched.BoundingBoxAsync();
        using (var later = new SentTelemetry(site.Dashboard, "bulk"))
        {
            later.Logger.RunningOut(1, "paper");
        }

        await Assertions.Expect(grid).Not.ToHaveAttributeAsync("aria-rowcount", rows!);
        Assert.Equal(place!.Y, (await watched.BoundingBoxAsync())!.Y);
        Assert.Empty(session.Complaints);
    }

    private Task<IPage> OpenAsync(string path) => session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened(path));
}
