using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Many pictures chosen at once: all are analysed, and each keeps its results.</summary>
public sealed class ManyPicturesTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Choose_several_shows_the_first_and_each_other_one_when_it_is_chosen()
    {
        var page = await session.OpenAsync();
        await page.SetInputFilesAsync("#file", Photos("cat.jpg", "coffee.jpg", "palace.jpg"));
        var strip = page.Locator("#strip button");
        await Assertions.Expect(strip).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#preview")).ToHaveAttributeAsync("alt", "cat.jpg");
        await Assertions.Expect(page.Locator("#strip [data-state=done]")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Button, new() { Name = "coffee.jpg, done" }).ClickAsync();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
        await Assertions.Expect(strip.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await page.GetByRole(AriaRole.Button, new() { Name = "cat.jpg, done" }).ClickAsync();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await Accessibility.AssertGoodAsync(page);
    }

    [Fact]
    public async Task Choose_a_broken_one_among_others_fails_alone()
    {
        var page = await session.OpenAsync();
        await page.SetInputFilesAsync("#file",
        [
            new FilePayload { Name = "broken.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() },
            new FilePayload { Name = "cat.jpg", MimeType = "image/jpeg", Buffer = Photo.Bytes("cat.jpg") },
        ]);
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("invalid_image");
        await page.GetByRole(AriaRole.Button, new() { Name = "cat.jpg, done" }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await page.GetByRole(AriaRole.Button, new() { Name = "broken.jpg, not analysed" }).ClickAsync();
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("invalid_image");
    }

    [Fact]
    public async Task Analyse_in_the_background_sends_a_job_that_this_browser_remembers()
    {
        var page = await session.OpenAsync();
        await page.SetInputFilesAsync("#file", Photos("cat.jpg"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyse in the background" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("cat.jpg is analysed in the background.");
        Assert.Equal("cat.jpg", await page.EvaluateAsync<string>("JSON.parse(localStorage.getItem('jobs'))[0].name"));
        await Assertions.Expect(page.Locator("#status").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/jobs");
    }

    private static string[] Photos(params string[] names) => [.. names.Select(static name => Path.Combine(Photo.Folder, name))];
}
