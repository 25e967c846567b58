using System.Text.RegularExpressions;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Api;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page Status as a person watches it, in a real browser against the whole system.</summary>
public sealed class StatusPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const string Figures = "**/status/figures";
    private const string SomethingPerSecond = @"^(0\.\d*[1-9]|[1-9][\d.,]*)/s$";

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
        await using var web = WebBefore.Api(api.Client.BaseAddress!, (WebBefore.Inference, WebBefore.NobodyListens.ToString()));
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
        await using var web = WebBefore.Api(WebBefore.NobodyListens, ("Status:Enabled", "false"));
        var page = await OpenAsync(web.Client.BaseAddress);
        await Assertions.Expect(page.GetByText("The figures of this site are switched off")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#figures")).ToBeHiddenAsync();
        Assert.Empty(session.Complaints);
    }

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private async Task<IPage> OpenAsync(Uri? address = null)
    {
        var page = address is null ? await session.OpenAsync() : await session.OpenAtAsync(address);
        await page.GotoAsync("/status");
        return page;
    }
}
