using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>The dashboard's page Metrics, with a histogram and a counter of the real exporter.</summary>
public sealed class MetricsPageTests(DashboardSite site, AppHostFixture appHost, BrowserFixture browsers) : IClassFixture<DashboardSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Pick_a_histogram_draws_its_percentiles_filters_by_dimension_and_leads_to_an_example()
    {
        SendMeasurements();
        var page = await session.OpenAtAsync(site.Dashboard.Address, path: DashboardSite.Opened("/metrics/resource/shop"));
        await Assertions.Expect(page.GetByText("Pick an instrument")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "order.duration" }).ClickAsync();
        var chart = page.GetByRole(AriaRole.Img);
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-label", Matching("^order.duration: 99 % within [\\d.]+ m?s; 90 % within [\\d.]+ m?s; Median [\\d.]+ m?s$"));
        await Assertions.Expect(chart.Locator("path.line")).ToHaveCountAsync(3);
        await Assertions.Expect(chart.Locator("path.line").First).ToHaveAttributeAsync("d", Matching("^M"));
        await Assertions.Expect(page.Locator("#legend")).ToContainTextAsync("Median");
        await Accessibility.AssertGoodAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Count" }).ClickAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-label", "order.duration: Measurements 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "order.kind" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "gift" }).CheckAsync();
        await Assertions.Expect(chart).ToHaveAttributeAsync("aria-label", "order.duration: Measurements 1");
        await page.Keyboard.PressAsync("Escape");

        await page.GetByRole(AriaRole.Button, new() { Name = "As a table" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "order.duration" }).GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Time", "Measurements"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Percentiles" }).ClickAsync();
        await page.Locator("#exemplars").GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("shop: POST /orders");

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "order.bytes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#instrument-name")).ToHaveTextAsync("order.bytes");
        Assert.Empty(session.Complaints);
    }

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private void SendMeasurements()
    {
        using var shop = new SentTelemetry(site.Dashboard, "shop");
        var duration = shop.Meter.CreateHistogram<double>("order.duration", "s", "How long an order takes.");
        var bytes = shop.Meter.CreateUpDownCounter<long>("order.bytes", "By");
        using var request = shop.Source.StartActivity("POST /orders");
        duration.Record(0.02, new KeyValuePair<string, object?>("order.kind", "usual"));
        duration.Record(0.04, new KeyValuePair<string, object?>("order.kind", "usual"));
        duration.Record(0.3, new KeyValuePair<string, object?>("order.kind", "gift"));
        bytes.Add(2048);
    }
}
