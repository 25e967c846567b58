using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Api;
using Tests.Fixtures;
using Tests.Hosting;
using WebFrontend.Proxy;
using Xunit;

namespace Tests.Web;

/// <summary>The page Status as a person watches it, in a real browser against the whole system.</summary>
public sealed class StatusPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const string Figures = "**/status/figures";
    private const string NobodyListens = "http://127.0.0.1:1";
    private const string SomethingPerSecond = @"^(0\.\d*[1-9]|[1-9][\d.,]*)/s$";

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
    public async Task Watch_while_pictures_are_analysed_shows_it_in_every_chart_and_in_words()
    {
        var page = await OpenAsync();
        await Assertions.Expect(page.Locator("#read-at")).ToContainTextAsync("Last reading at");
        using var api = (await appHost.GetAsync()).CreateHttpClient("api");
        for (var picture = 0; picture < 3; picture++)
        {
            await api.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), $"?top={picture + 71}");
            await api.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")), $"?top={picture + 71}");
        }

        using var refused = await api.PostAsync(Requests.Route, Requests.Raw("no image"u8.ToArray()), TestContext.Current.CancellationToken);
        var requests = page.Locator("#chart-requests");
        await Assertions.Expect(requests.Locator(".legend li", new() { HasText = "Answered" }).Locator("strong")).ToHaveTextAsync(Matching(SomethingPerSecond));
        await Assertions.Expect(requests.Locator(".legend li", new() { HasText = "Refused" }).Locator("strong")).ToHaveTextAsync(Matching(SomethingPerSecond));
        await Assertions.Expect(requests.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", Matching(@"^Requests: Answered [\d.]+/s, Refused \(4xx\) [\d.]+/s, Failed \(5xx\) [\d.]+/s$"));
        await Assertions.Expect(requests.Locator("svg[role] path.line-0")).ToHaveAttributeAsync("d", Matching("^M.*L"));

        var latency = page.Locator("#chart-latency");
        await Assertions.Expect(latency.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", Matching("^Time of an analysis: Median .* m?s, 95 % under .* m?s, 99 % under .* m?s$"));
        await Assertions.Expect(page.Locator("#chart-queue .legend")).ToContainTextAsync(Matching(@"\d+ of 64"));
        await Assertions.Expect(page.Locator("#chart-queue .legend")).ToContainTextAsync(Matching(@"\d+ of 16"));

        var cache = page.Locator("#chart-cache");
        await Assertions.Expect(cache.Locator(".since")).ToHaveTextAsync("Counted in these five minutes.");
        await Assertions.Expect(cache.Locator("tr", new() { HasText = "Memory" })).ToContainTextAsync(Matching(@"[1-9]\d*.*%"));
        await Assertions.Expect(cache.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", Matching("^Memory .*%, Redis .*%, Shared with another caller .*%, Computed .*%$"));
        await Assertions.Expect(page.Locator("[data-feature=labels]")).ToContainTextAsync(Matching(@"\d m?s.*\d m?s.*[1-9]"));
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Open_while_all_is_well_says_so_of_each_service_and_of_its_parts()
    {
        var page = await OpenAsync();
        var api = page.GetByRole(AriaRole.Article, new() { Name = "API" });
        await Assertions.Expect(api).ToContainTextAsync("Healthy");
        await Assertions.Expect(api).ToContainTextAsync("Redis answers.");
        await Assertions.Expect(api).ToContainTextAsync("The inference service is ready.");
        await Assertions.Expect(api.Locator("[data-fact=memory]")).ToContainTextAsync("MB");
        await Assertions.Expect(api.Locator("[data-fact=processor]")).ToContainTextAsync("%");
        await Assertions.Expect(page.GetByRole(AriaRole.Article, new() { Name = "Inference" })).ToContainTextAsync("All models are loaded.");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Live, a reading every two seconds");
    }

    [Fact]
    public async Task Watch_a_service_go_away_says_so_and_shows_the_others()
    {
        await using var api = await ApiProcess.StartAsync();
        await using var web = WebAt(api.Client.BaseAddress!.ToString(), ("services:inference:http:0", NobodyListens));
        var page = await OpenAsync(web.Client.BaseAddress);
        await Assertions.Expect(page.Locator("#service-inference")).ToContainTextAsync("Away");
        await Assertions.Expect(page.Locator("#service-api")).ToContainTextAsync("No Redis is configured");
        await Assertions.Expect(page.Locator("#chart-requests .legend")).ToContainTextAsync("/s");
        await Assertions.Expect(page.Locator("#chart-queue svg[role]")).ToContainTextAsync("The engine tells nothing at the moment.");

        await api.DisposeAsync();
        await Assertions.Expect(page.Locator("#service-api")).ToContainTextAsync("It does not answer.");
        await Assertions.Expect(page.Locator("#chart-cache .since")).ToHaveTextAsync("The API tells nothing at the moment.");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Lose_the_server_tells_the_problem_and_leaves_a_gap_once_it_is_back()
    {
        var page = await OpenAsync();
        var line = page.Locator("#chart-queue svg[role] path.line-0");
        await Assertions.Expect(line).ToHaveAttributeAsync("d", Matching("L"));
        await page.RouteAsync(Figures, static route => route.AbortAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("No connection");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Trying again every two seconds");
        await page.UnrouteAsync(Figures);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Live, a reading every two seconds");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        await Assertions.Expect(line).ToHaveAttributeAsync("d", Matching("^M[^M]+M"));
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Pause_asks_for_nothing_until_it_goes_on()
    {
        var page = await session.OpenAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync("/status");
        await Assertions.Expect(page.Locator("#read-at")).Not.ToBeEmptyAsync();
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/status/figures", StringComparison.Ordinal) ? 1 : 0;
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Paused");
        var before = asked;
        await page.Clock.RunForAsync(60_000);
        Assert.Equal(before, asked);

        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync(), static response => response.Url.EndsWith("/status/figures", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Live, a reading every two seconds");
    }

    [Fact]
    public async Task Tab_reaches_the_pause_and_each_table_which_Enter_opens()
    {
        var page = await OpenAsync();
        await Assertions.Expect(page.Locator("#read-at")).Not.ToBeEmptyAsync();
        await page.FocusAsync("#pause");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Requests" });
        await Assertions.Expect(table.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Time", "Answered", "Refused (4xx)", "Failed (5xx)"]);
        await Assertions.Expect(table.GetByRole(AriaRole.Rowheader).First).ToHaveTextAsync(Matching(@"\d:\d\d:\d\d"));
        await Assertions.Expect(table.GetByRole(AriaRole.Cell).First).ToHaveTextAsync(Matching(@"[\d.]+/s"));
        foreach (var next in new[] { "latency", "queue" })
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal($"chart-{next}", await page.EvaluateAsync<string>("document.activeElement.closest('.chart').id"));
        }
    }

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
        await page.RouteAsync(Figures, async route =>
        {
            await mayAnswer.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/status");
        var before = await page.EvaluateAsync<string>(PositionsScript);
        mayAnswer.SetResult();
        await Assertions.Expect(page.Locator("#service-inference")).ToContainTextAsync("Healthy");
        await Assertions.Expect(page.Locator("#chart-queue .legend")).ToContainTextAsync("of 64");
        Assert.Equal(before, await page.EvaluateAsync<string>(PositionsScript));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Choose_Chinese_says_everything_in_it()
    {
        var page = await session.OpenAsync();
        await page.GotoAsync("/language?to=zh&from=/status");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("状态");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("实时，每两秒读取一次");
        await Assertions.Expect(page.Locator("#service-api")).ToContainTextAsync("正常");
        await Assertions.Expect(page.Locator("#chart-requests .legend")).ToContainTextAsync("/秒");
        await Assertions.Expect(page.Locator("#chart-requests svg[role]")).ToHaveAttributeAsync("aria-label", Matching("^请求：已应答 "));
        Assert.DoesNotMatch(Matching("script\\.|[a-z]+\\.[a-z]+\\b"), await page.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task Open_where_the_figures_are_switched_off_says_so()
    {
        await using var web = WebAt(NobodyListens, ("Status:Enabled", "false"));
        var page = await OpenAsync(web.Client.BaseAddress);
        await Assertions.Expect(page.GetByText("The figures of this site are switched off")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#figures")).ToBeHiddenAsync();
        Assert.Empty(session.Complaints);
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

    private static RunningService<DiscoveredDestinations> WebAt(string api, params (string Name, string Value)[] settings) => new(host =>
    {
        host.UseSetting("services:api:http:0", api);
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }
    });

    private async Task<IPage> OpenAsync(Uri? address = null)
    {
        var page = address is null ? await session.OpenAsync() : await session.OpenAtAsync(address);
        await page.GotoAsync("/status");
        return page;
    }
}
