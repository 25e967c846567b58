using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What every page owes to everybody: any screen, the keyboard alone, and no script but its own.</summary>
public sealed class PageQualityTests(AppHostFixture appHost, BrowserFixture browsers)
{
    private const int MaximumPageBytes = 150 * 1024;

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task Show_a_result_fits_the_screen(int width, ColorScheme scheme)
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers, width, scheme);
        var page = session.Page;
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToBeVisibleAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(scheme == ColorScheme.Dark ? "rgb(16, 18, 26)" : "rgb(244, 245, 249)", background);
    }

    [Fact]
    public async Task Tab_through_the_page_reaches_every_control_by_its_name()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await Assertions.Expect(session.Page.Locator("#model option")).ToHaveCountAsync(2);
        var reached = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            await session.Page.Keyboard.PressAsync("Tab");
            reached.Add(await session.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent.trim()"));
        }

        Assert.Equal(
            ["Skip to the results", "Image understanding", "API reference", "file", "photograph", "model", "top"], reached[..7]);
    }

    [Fact]
    public async Task Choose_by_the_keyboard_alone_opens_the_file_dialog()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.FocusAsync("#file");
        var chooser = await session.Page.RunAndWaitForFileChooserAsync(() => session.Page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(session.Page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Name_a_file_with_markup_renders_none_of_it()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.DropAsync("<img src=x onerror=alert(1)>.jpg", "image/jpeg", "<script>document.title='broken'</script>");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Invalid image format");
        Assert.Equal(0, await session.Page.Locator("img[src=x]").CountAsync());
        Assert.Equal("What is in your picture?", await session.Page.TitleAsync());
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Inject_an_inline_script_is_blocked_by_the_policy()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.EvaluateAsync(
            "() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await session.Page.EvaluateAsync<bool>("window.ran === true"));
        Assert.Contains(session.Complaints, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_the_page_weighs_little_and_asks_no_other_host()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        var resources = await session.Page.EvaluateAsync<string[]>(
            "performance.getEntriesByType('resource').map((entry) => `${new URL(entry.name).origin === location.origin} ${entry.decodedBodySize}`)");
        Assert.All(resources, resource => Assert.StartsWith("true ", resource, StringComparison.Ordinal));
        var bytes = resources.Sum(resource => int.Parse(resource.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(bytes, 1, MaximumPageBytes);
    }
}
