using System.Globalization;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What every page owes to everybody: any screen, the keyboard alone, and no script but its own.</summary>
public sealed class PageQualityTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const int MaximumPageBytes = 150 * 1024;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1400, ColorScheme.Light)]
    public async Task Show_a_result_fits_the_screen(int width, ColorScheme scheme)
    {
        var page = await session.OpenAsync(width, scheme);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToBeVisibleAsync();
        await ScreenFit.AssertAsync(page, width);
        var background = await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.Equal(scheme == ColorScheme.Dark ? "rgb(16, 18, 26)" : "rgb(244, 245, 249)", background);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1400)]
    public async Task Show_every_result_moves_nothing_that_was_there(int width)
    {
        var page = await session.OpenAsync(width);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "portrait.jpg"));
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");
        Assert.Empty(await LayoutShifts.SinceOpenedAsync(page));
    }

    [Theory]
    [InlineData(1400, ColorScheme.Light, "en")]
    [InlineData(390, ColorScheme.Dark, "zh")]
    public async Task Show_a_result_or_a_problem_is_accessible(int width, ColorScheme scheme, string language)
    {
        var page = await session.OpenAsync(width, scheme, language: language);
        await Accessibility.AssertGoodAsync(page);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "portrait.jpg"));
        await Assertions.Expect(page.Locator("#answer")).ToHaveAttributeAsync("aria-busy", "false");
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(5);
        foreach (var tab in await page.GetByRole(AriaRole.Tab).AllAsync())
        {
            await tab.ClickAsync();
            await Accessibility.AssertGoodAsync(page, page.GetByRole(AriaRole.Tabpanel));
        }

        await session.DropAsync("notes.txt", "text/plain", "just some notes");
        await Assertions.Expect(page.Locator("#problem")).ToBeVisibleAsync();
        await Accessibility.AssertGoodAsync(page);
    }

    [Fact]
    public async Task Tab_through_the_page_reaches_every_control_by_its_name()
    {
        var page = await session.OpenAsync();
        await Assertions.Expect(page.Locator("#model option")).ToHaveCountAsync(2);
        var reached = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>(
                "document.activeElement.id || document.activeElement.value || document.activeElement.textContent.trim()"));
        }

        Assert.Equal(
            ["Skip to the content", "Image understanding", "Analyse", "Batch", "Jobs", "Classifiers", "Models", "Status", "API", "中文", "theme",
                "key-button", "labels", "objects", "faces", "moderation", "text", "colors", "embedding", "caption", "model", "top", "equalize", "file"],
            reached);
    }

    [Fact]
    public async Task Choose_by_the_keyboard_alone_opens_the_file_dialog()
    {
        var page = await session.OpenAsync();
        await page.FocusAsync("#file");
        var chooser = await FileDialog.OpenByKeyAsync(page);
        await chooser.SetFilesAsync(Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Name_a_file_with_markup_renders_none_of_it()
    {
        var page = await session.OpenAsync();
        await session.DropAsync("<img src=x onerror=alert(1)>.jpg", "image/jpeg", "<script>document.title='broken'</script>");
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("Invalid image format");
        await Assertions.Expect(page.Locator("#preview")).ToHaveAttributeAsync("alt", "<img src=x onerror=alert(1)>.jpg");
        Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        Assert.Equal("What is in your picture?", await page.TitleAsync());
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Inject_an_inline_script_is_blocked_by_the_policy()
    {
        var page = await session.OpenAsync();
        await page.EvaluateAsync(
            "() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); }");
        Assert.False(await page.EvaluateAsync<bool>("window.ran === true"));
        Assert.Contains(session.Complaints, line => line.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_the_page_weighs_little_and_asks_no_other_host()
    {
        var page = await session.OpenAsync();
        var resources = await page.EvaluateAsync<string[]>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => `${new URL(entry.name).origin === location.origin} ${entry.decodedBodySize}`)");
        Assert.All(resources, resource => Assert.StartsWith("true ", resource, StringComparison.Ordinal));
        var bytes = resources.Sum(resource => int.Parse(resource.Split(' ')[1], CultureInfo.InvariantCulture));
        Assert.InRange(bytes, 1, MaximumPageBytes);
    }
}
