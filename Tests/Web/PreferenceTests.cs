using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What a visitor may choose for all pages: the language, the theme, the key.</summary>
public sealed class PreferenceTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "zh", "图片里有什么？")]
    [InlineData("zh-TW", "zh", "图片里有什么？")]
    [InlineData("fr-FR", "en", "What is in your picture?")]
    public async Task Browser_that_asks_for_a_language_gets_it_or_english(string asked, string given, string title)
    {
        var page = await session.OpenAsync(language: asked);
        Assert.Equal(title, await page.TitleAsync());
        Assert.Equal(given, await page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    [Fact]
    public async Task Choose_chinese_holds_for_every_page_and_every_result()
    {
        var page = await session.OpenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("图片里有什么？");
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("完成");
        await session.DropAsync("notes.txt", "text/plain", "just some notes");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("图片格式无效");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "English" })).ToBeVisibleAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Choose_the_dark_theme_on_a_light_system_holds_after_a_reload()
    {
        var page = await session.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" }).ClickAsync();
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(16, 18, 26)");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(16, 18, 26)");
    }

    [Fact]
    public async Task Give_a_key_sends_it_in_this_tab_alone()
    {
        var page = await session.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "API key" }).ClickAsync();
        await page.GetByLabel("API key", new() { Exact = true }).FillAsync("no-such-key");
        await Accessibility.AssertGoodAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("key_required");
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.values(localStorage).filter((value) => value.includes('no-such-key')).length"));
        await page.GetByRole(AriaRole.Button, new() { Name = "API key" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyse again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
    }
}
