using Microsoft.Playwright;
using Tests.Api;
using Tests.Api.Captions;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page before servers that are set up in a way that the whole system of the other tests is not.</summary>
public sealed class OwnApiTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Analyse_a_flagged_picture_veils_it_until_somebody_asks_for_it()
    {
        await using var api = await ApiProcess.StartAsync(("Moderation:Model", "open-nsfw"), ("Moderation:Threshold", "0.000001"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#veil")).ToContainTextAsync("may not be safe for work");
        await Assertions.Expect(page.Locator("#preview")).ToHaveCSSAsync("filter", "blur(40px)");
        await page.Locator("#tab-moderation").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-moderation .verdict")).ToHaveTextAsync("May not be safe for work");
        await Accessibility.AssertGoodAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show it anyway" }).ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).ToHaveCSSAsync("filter", "none");
    }

    [Fact]
    public async Task Caption_with_markup_is_shown_as_the_text_that_it_is()
    {
        const string Markup = "<img src=x onerror=\"document.title='broken'\"> A <b>cat</b>.";
        await using var services = await CaptionServices.StartAsync("InProcess");
        services.Chat.Reply = ChatReplies.Saying(Markup);
        await using var web = WebBefore.Api(services.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await page.Locator("#tab-caption").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-caption blockquote")).ToHaveTextAsync(Markup);
        Assert.Equal(0, await page.Locator("#panel-caption img").CountAsync());
        Assert.Equal("What is in your picture?", await page.TitleAsync());
    }

    [Fact]
    public async Task Use_up_the_quota_waits_as_long_as_the_server_says_and_goes_on_by_itself()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "1"), ("RateLimiting:Anonymous:Window", "00:00:08"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!);
        await web.Client.AnalyzeAsync(Requests.Raw(Photo.Bytes("cat.jpg")));
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("The server asks for patience");
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Feature_that_is_switched_off_on_the_server_says_so_in_its_place()
    {
        await using var api = await ApiProcess.StartAsync();
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(5);
        await page.Locator("#tab-faces").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-faces .problem")).ToContainTextAsync("Feature unavailable");
        await Assertions.Expect(page.Locator("#panel-faces .problem")).ToContainTextAsync("feature_unavailable");
    }
}
