using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Api;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page Models in a real browser.</summary>
public sealed class ModelsPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const string Network = "efficientnet-lite0";

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Open_shows_every_shipped_model_with_its_live_version_and_what_it_is_for()
    {
        var page = await OpenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("7 models");
        foreach (var (name, feature, input) in new[]
        {
            ("efficientnet-lite2", "Labels, Embedding", "260 × 260 pixels"), ("efficientnet-lite0", "Labels, Embedding", "224 × 224 pixels"),
            ("nanodet-g", "Objects", "416 × 416 pixels"), ("blazeface", "Faces", "256 × 256 pixels"), ("open-nsfw", "Moderation", "224 × 224 pixels"),
            ("pp-ocrv6-small-det", "Text", "any size"), ("pp-ocrv6-small-rec", "Text", "any size"),
        })
        {
            var card = Card(page, name);
            await Assertions.Expect(card.GetByRole(AriaRole.Rowheader)).ToContainTextAsync("Live");
            await Assertions.Expect(card.Locator("dl")).ToContainTextAsync(feature);
            await Assertions.Expect(card.Locator("dl")).ToContainTextAsync(input);
            await Assertions.Expect(card.Locator(".default")).ToBeVisibleAsync(new() { Visible = name == "efficientnet-lite2" });
            await Assertions.Expect(card.Locator(".shadow")).ToBeHiddenAsync();
            await Assertions.Expect(card.GetByRole(AriaRole.Link)).ToHaveCountAsync(feature.StartsWith("Labels", StringComparison.Ordinal) ? 1 : 0);
        }

        var best = Card(page, "efficientnet-lite2");
        await Assertions.Expect(page.Locator("article").First).ToHaveAttributeAsync("data-model", "efficientnet-lite2");
        await Assertions.Expect(best.Locator("dl")).ToContainTextAsync("1,000");
        await Assertions.Expect(best.Locator("dl")).ToContainTextAsync("Apache-2.0");
        await Assertions.Expect(best.GetByRole(AriaRole.Table)).ToContainTextAsync("90.4%");
        await Assertions.Expect(Card(page, "open-nsfw").GetByRole(AriaRole.Table)).ToContainTextAsync("not measured");
        await Assertions.Expect(best.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/?model=efficientnet-lite2");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Models" })).ToHaveAttributeAsync("aria-current", "page");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Open_a_digest_shows_it_in_full()
    {
        var page = await OpenAsync();
        var digest = Card(page, Network).Locator(".digest");
        await Assertions.Expect(digest.Locator("details > code")).ToBeHiddenAsync();
        await digest.Locator("summary").PressAsync("Enter");
        await Assertions.Expect(digest.Locator("details > code")).ToHaveTextAsync(Matching("^sha256:[0-9a-f]{64}$"));
    }

    [Fact]
    public async Task Search_the_labels_finds_those_with_the_letters_in_them()
    {
        var page = await OpenAsync();
        var labels = Card(page, "efficientnet-lite2").Locator(".classes");
        await labels.Locator("summary").ClickAsync();
        await Assertions.Expect(labels.GetByRole(AriaRole.Status)).ToHaveTextAsync("1,000 labels");
        await Assertions.Expect(labels.GetByRole(AriaRole.Listitem).Last).ToHaveTextAsync("900 more; search to find them");
        await labels.GetByLabel("Search the labels").PressSequentiallyAsync("tabb");
        await Assertions.Expect(labels.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 label");
        await Assertions.Expect(labels.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["tabby"]);
        await labels.GetByLabel("Search the labels").FillAsync("<b>&q=a");
        await Assertions.Expect(labels.GetByRole(AriaRole.Status)).ToHaveTextAsync("No label has this in its name.");
        await Assertions.Expect(labels.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Search_while_the_labels_cannot_be_had_tells_the_problem()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/labels?*", static route => route.AbortAsync());
        var labels = Card(page, "nanodet-g").Locator(".classes");
        await labels.Locator("summary").ClickAsync();
        await Assertions.Expect(labels.GetByRole(AriaRole.Alert)).ToContainTextAsync("No connection");
        await page.UnrouteAsync("**/labels?*");
        await labels.GetByLabel("Search the labels").FillAsync("dog");
        await Assertions.Expect(labels.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["dog", "hot dog"]);
        await Assertions.Expect(labels.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Follow_the_link_of_a_model_chooses_it_on_the_page_Analyse()
    {
        var page = await OpenAsync();
        await Card(page, Network).GetByRole(AriaRole.Link, new() { Name = "Try it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#model")).ToHaveValueAsync(Network);
    }

    [Fact]
    public async Task Open_with_a_version_in_the_shadow_tells_how_often_it_disagreed()
    {
        using var copy = new ModelCopy(Network);
        copy.AddVersion("2");
        await using var api = await ServiceProcess.StartAsync(
            "ApiService",
            ("Inference:Mode", "InProcess"), ("Inference:DefaultModel", Network), ("Models:Path", copy.Root),
            ("Shadow:Model", Network), ("Shadow:Version", "1"), ("Shadow:Share", "1"));
        await using var web = WebBefore.Api(api.Address);
        await api.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await Eventually.IsTrueAsync(async () => (await web.Client.GetStringAsync("/status/figures", TestContext.Current.CancellationToken))
            .Contains("\"shadow\":[{", StringComparison.Ordinal));
        var page = await OpenAsync(web.Client.BaseAddress);
        var card = Card(page, Network);
        await Assertions.Expect(card.Locator(".shadow")).ToHaveTextAsync("Version 1 runs in the shadow: on 1 picture its best label was another one in 0.0%.");
        await Assertions.Expect(card.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["1", "2 Live"]);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Open_with_a_classifier_of_ones_own_leads_to_it()
    {
        using var models = new ModelRepositoryCopy(ClassifierProcess.Backbone);
        await using var api = await ClassifierProcess.StartAsync(models.Root);
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var job = await api.Client.StartTrainingAsync(ClassifierRequests.Json("drinks", ClassifierRequests.Drinks()));
        await api.Client.ResultAsync(job.Id);
        var page = await OpenAsync(web.Client.BaseAddress);
        var card = Card(page, "drinks");
        await Assertions.Expect(card).ToContainTextAsync("Tells the classes apart that it was taught");
        await Assertions.Expect(card.Locator("dl")).ToContainTextAsync("your own");
        await Assertions.Expect(card.GetByRole(AriaRole.Link, new() { Name = "Try it" })).ToHaveAttributeAsync("href", Matching(@"^/\?model=drinks(%401)?$"));
        await Assertions.Expect(card.GetByRole(AriaRole.Link, new() { Name = "To the classifiers" })).ToHaveAttributeAsync("href", "/classifiers");
        await card.Locator(".classes summary").ClickAsync();
        await Assertions.Expect(card.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["coffee", "not coffee", "unknown"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("2 models");
    }

    [Fact]
    public async Task Open_while_the_api_is_away_tells_the_problem_and_asks_again()
    {
        var page = await session.OpenAsync();
        await page.RouteAsync("**/api/models", static route => route.AbortAsync());
        await page.GotoAsync("/models");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("No connection");
        await page.UnrouteAsync("**/api/models");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask again" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(7);
        await Assertions.Expect(page.Locator("#problem")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Open_on_a_telephone_in_Chinese_fits_the_screen(ColorScheme scheme)
    {
        var page = await session.OpenAsync(390, scheme);
        await page.GotoAsync("/language?to=zh&from=/models");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("7 个模型");
        await Assertions.Expect(Card(page, "nanodet-g")).ToContainTextAsync("找出人和物体及其位置");
        await Card(page, Network).Locator(".digest summary").ClickAsync();
        await Card(page, Network).Locator(".classes summary").ClickAsync();
        await Assertions.Expect(Card(page, Network).GetByRole(AriaRole.Listitem).Last).ToHaveTextAsync("还有 900 个，可以搜索");
        await ScreenFit.AssertAsync(page, 390);
    }

    private static Regex Matching(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

    private static ILocator Card(IPage page, string name) => page.GetByRole(AriaRole.Article, new() { Name = name, Exact = true });

    private async Task<IPage> OpenAsync(Uri? address = null)
    {
        var page = address is null ? await session.OpenAsync() : await session.OpenAtAsync(address);
        await page.GotoAsync("/models");
        return page;
    }
}
