using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>How the page Status reckons and draws.</summary>
public sealed class StatusChartTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    /// <summary>Where each part of the page is.</summary>
    private const string PositionsScript =
        """
        [...document.querySelectorAll("#pause, .service, .chart, .chart svg[role], .band, [data-feature]")]
          .map((node) => { const box = node.getBoundingClientRect(); return `${Math.round(box.x)},${Math.round(box.y)},${Math.round(box.width)}`; })
          .join("; ")
        """;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Point_at_a_chart_tells_the_values_of_that_time()
    {
        var page = await OpenAsync();
        var chart = page.Locator("#chart-queue");
        await Assertions.Expect(chart.Locator("svg[role] path.line-0")).ToHaveAttributeAsync("d", Matching("L"));
        await chart.GetByRole(AriaRole.Img).HoverAsync();
        await Assertions.Expect(chart.Locator(".at")).ToHaveTextAsync(Matching(@"\d:\d\d:\d\d"));
        await Assertions.Expect(chart.Locator("path.marked")).ToHaveCountAsync(1);
        await page.Locator("h1").HoverAsync();
        await Assertions.Expect(chart.Locator(".at")).ToBeEmptyAsync();
        await Assertions.Expect(chart.Locator("path.marked")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task First_reading_moves_nothing_and_fits_the_screen(int width, ColorScheme scheme)
    {
        var page = await session.OpenAsync(width, scheme);
        var mayAnswer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/status/figures", async route =>
        {
            await mayAnswer.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/status");
        var before = await page.EvaluateAsync<string>(PositionsScript);
        mayAnswer.SetResult();
        await Assertions.Expect(page.Locator("#chart-queue .legend")).ToContainTextAsync("of 64");

        // A service that is less than healthy at the moment has more to say, and its card may grow by it.
        await Assertions.Expect(page.Locator(".service .badge")).ToHaveTextAsync(["Healthy", "Healthy"]);
        Assert.Equal(before, await page.EvaluateAsync<string>(PositionsScript));
        await ScreenFit.AssertAsync(page, width);
    }

    [Fact]
    public async Task Percentile_lies_in_its_bucket_and_a_restart_begins_anew()
    {
        var page = await OpenAsync();
        var values = await page.EvaluateAsync<double?[]>(
            """
            async () => {
              const { percentileOf, histogramSince } = await import("/js/status/growth.js");
              const bounds = [1, 2, 4];
              const of = (counts, share) => percentileOf({ bounds, counts }, share) ?? null;
              return [
                of([10, 10, 10, 10], 0.5), of([0, 10, 10, 10], 0.5), of([10, 20, 30, 40], 0.5), of([10, 20, 30, 40], 0.625),
                of([10, 20, 30, 40], 0.99), of([0, 0, 0, 0], 0.5),
                percentileOf(histogramSince({ bounds, counts: [10, 20, 20, 20] }, { bounds, counts: [10, 10, 10, 10] }), 0.5),
              ];
            }
            """);
        Assert.Equal([0.5, 1.5, 2, 3, 4, null, 1.5], values);

        var isSame = await page.EvaluateAsync<bool[]>(
            """
            async () => {
              const { isSameRun } = await import("/js/status/growth.js");
              const run = (processorSeconds, ok, instance) => ({ processorSeconds, instance, requests: { ok }, cache: {} });
              return [
                isSameRun(run(2, 5), run(1, 5)), isSameRun(run(1, 9), run(2, 5)), isSameRun(run(2, 4), run(1, 5)),
                isSameRun(run(2, 5, "a"), run(1, 5, "b")), isSameRun(run(2, 5), undefined),
              ];
            }
            """);
        Assert.Equal([true, false, false, false, false], isSame);
    }

    [Fact]
    public async Task Reading_that_is_missing_is_a_gap_and_a_lone_one_a_dot()
    {
        var page = await OpenAsync();
        var path = await page.EvaluateAsync<string>(
            """
            async () => {
              const { drawLines } = await import("/js/status/line-chart.js");
              const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
              const points = [[0, [1]], [2000, [1]], [4000, undefined], [6000, [undefined]], [8000, [1]], [20000, [2]], [22000, [2]]];
              drawLines(svg, points.map(([at, values]) => ({ at, values })), { until: 22000, least: 1, label: String, empty: "" });
              return svg.querySelector(".line-0").getAttribute("d").replaceAll(/[^a-z]/gi, "");
            }
            """);
        Assert.Equal("MhLMhMhL", path);
    }

    [Fact]
    public async Task Readings_of_more_than_five_minutes_are_let_go_and_those_that_came_twice_are_one()
    {
        var page = await OpenAsync();
        var counts = await page.EvaluateAsync<int[]>(
            """
            async () => {
              const { Readings } = await import("/js/status/readings.js");
              const readings = new Readings();
              const reading = (second) => ({ time: new Date(second * 1000).toISOString(), services: [] });
              readings.add(reading(0), 0);
              readings.add(reading(0), 2000);
              const once = readings.all.length;
              for (let second = 2; second <= 600; second += 2) {
                readings.add(reading(second), second * 1000);
              }
              return [once, readings.all.length, readings.all[0].at, readings.latest.at];
            }
            """);
        Assert.Equal([1, 150, 302_000, 600_000], counts);
    }

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private async Task<IPage> OpenAsync()
    {
        var page = await session.OpenAsync();
        await page.GotoAsync("/status");
        return page;
    }
}
