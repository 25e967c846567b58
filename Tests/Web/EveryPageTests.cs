using Microsoft.Playwright;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What each page owes to everybody from the moment at which it is open.</summary>
public sealed class EveryPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly string[] Paths = ["/", "/batch", "/jobs", "/similar", "/classifiers", "/models", "/status"];

    private readonly PageSession session = new(appHost, browsers);

    public static MatrixTheoryData<string, bool> Pages => new(Paths, [false, true]);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>Light on a wide screen in English, or dark on a phone in Chinese.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Open_a_page_is_accessible_and_fits_the_screen(string path, bool isOnPhone)
    {
        var width = isOnPhone ? 390 : 1400;
        var page = await session.OpenAsync(
            width, isOnPhone ? ColorScheme.Dark : ColorScheme.Light, path, language: isOnPhone ? "zh-CN" : "en");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Accessibility.AssertGoodAsync(page);
        Assert.Equal(isOnPhone ? "zh" : "en", await page.EvaluateAsync<string>("document.documentElement.lang"));
        await ScreenFit.AssertAsync(page, width);
        Assert.Equal(path, await page.EvaluateAsync<string>("document.querySelector('.pages [aria-current=page]')?.getAttribute('href') ?? '/similar'"));
        Assert.Empty(session.Complaints);
    }
}
