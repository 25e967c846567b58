using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The dashboard's pages Traces and Trace, with a trace through two services.</summary>
public sealed class TracesPageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Follow_a_failed_request_from_the_list_through_both_services_to_its_logs()
    {
        SendTraces();
        var page = await session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened("/traces"));
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("2 traces");
        await Accessibility.AssertGoodAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Errors only" }).ClickAsync();
        await Assertions.Expect(page.Locator("#total")).ToHaveTextAsync("1 trace");
        var row = page.Locator(".room .row", new() { HasText = "shop: POST /orders" });
        await Assertions.Expect(row.Locator(".tag")).ToHaveTextAsync(["shop1", "stock21!"]);
        await row.GetByRole(AriaRole.Link).ClickAsync();

        var spans = page.GetByRole(AriaRole.Treegrid, new() { Name = "Spans" }).Locator(".room .row");
        await Assertions.Expect(spans).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#facts")).ToContainTextAsync("Spans3");
        await Assertions.Expect(spans.Nth(1)).ToHaveAttributeAsync("aria-level", "2");
        await Assertions.Expect(spans.Nth(2).Locator(".moment.failed")).ToHaveCountAsync(1);
        var bars = await page.Locator(".track .span").EvaluateAllAsync<double[]>("bars => bars.map(bar => bar.getBoundingClientRect().width)");
        Assert.True(bars[0] >= bars[1] && bars[1] >= bars[2], string.Join(", ", bars));

        await spans.Nth(2).ClickAsync();
        var pane = page.GetByRole(AriaRole.Complementary, new() { Name = DashboardSite.Hostile });
        await Assertions.Expect(pane.Locator(".section", new() { HasText = "Logs" })).ToContainTextAsync("Order 8 failed");
        await Assertions.Expect(pane).ToContainTextAsync("article.name");
        Assert.Equal(0, await page.Locator("img").CountAsync());
        await Accessibility.AssertGoodAsync(page);

        await spans.Nth(1).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(spans).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(spans).ToHaveCountAsync(3);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var json = await JsonDocument.ParseAsync(content, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, json.RootElement.GetProperty("resourceSpans").GetArrayLength());
        Assert.Empty(session.Complaints);
    }

    private void SendTraces()
    {
        using var shop = new SentTelemetry(site.Dashboard, "shop");
        using var stock = new SentTelemetry(site.Dashboard, "stock");
        using (shop.Source.StartActivity("GET /orders", ActivityKind.Server))
        {
            shop.Logger.Packed(7);
        }

        using var request = shop.Source.StartActivity("POST /orders", ActivityKind.Server);
        using var reserve = stock.Source.StartActivity("reserve", ActivityKind.Server);
        using var look = stock.Source.StartActivity(DashboardSite.Hostile);
        look!.SetTag("article.name", DashboardSite.Hostile);
        look.SetStatus(ActivityStatusCode.Error, "not reachable");
        stock.Logger.Failed(8, new InvalidOperationException("The stock is not reachable."));
    }
}
