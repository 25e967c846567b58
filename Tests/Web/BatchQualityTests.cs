using System.Globalization;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What the gallery owes to everybody: any screen, two languages, the keyboard alone, and hundreds of pictures.</summary>
public sealed class BatchQualityTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);
    private readonly Album album = new();

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        album.Dispose();
    }

    [Theory]
    [InlineData(1400, ColorScheme.Light, "en", "3 of 4 done, 1 failed")]
    [InlineData(390, ColorScheme.Dark, "zh", "已完成 3 / 4，失败 1")]
    public async Task Show_a_gallery_fits_the_screen_and_is_accessible(int width, ColorScheme scheme, string language, string words)
    {
        album.WithPhotos("cat.jpg", "rome/palace.jpg", "rome/flower.jpg").With("broken.jpg", "no picture"u8.ToArray());
        var page = await session.OpenAsync(width, scheme, Gallery.Path, language);
        await Accessibility.AssertGoodAsync(page);
        await page.SetInputFilesAsync("#folder", album.Root);
        await page.ExpectProgressAsync(words);
        await Accessibility.AssertGoodAsync(page);
        await ScreenFit.AssertAsync(page, width);
        await page.Tile("cat.jpg").ClickAsync();
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(5);
        await Accessibility.AssertGoodAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('result').scrollWidth <= document.getElementById('result').clientWidth"));
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1400)]
    public async Task Get_results_moves_nothing_that_was_there(int width)
    {
        var page = await session.OpenAsync(width, path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        var mayCome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(Gallery.Analyses, async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#folder", album.WithPhotos("cat.jpg", "palace.jpg", "flower.jpg").Root);
        await Assertions.Expect(page.Locator(".tile[data-state=running]")).ToHaveCountAsync(2);
        await page.Locator("#gallery").ScrollIntoViewIfNeededAsync();
        var before = await LayoutShifts.SinceOpenedAsync(page);
        mayCome.SetResult();
        await page.ExpectProgressAsync("3 of 3 done");
        Assert.Equal(before, await LayoutShifts.SinceOpenedAsync(page));
    }

    [Fact]
    public async Task Use_the_keyboard_alone_chooses_filters_opens_and_comes_back()
    {
        album.WithPhotos("cat.jpg", "coffee.jpg");
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.FocusAsync("#files");
        var chooser = await FileDialog.OpenByKeyAsync(page);
        await chooser.SetFilesAsync([Path.Combine(album.Root, "cat.jpg"), Path.Combine(album.Root, "coffee.jpg")]);
        await page.ExpectProgressAsync("2 of 2 done");

        await page.FocusAsync("#search");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "All 2" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("#shown-count")).ToHaveTextAsync("1 of 2 pictures");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("#shown-count")).ToHaveTextAsync("2 pictures");

        // The list of choices can be scrolled, the others are the ways to save.
        await TabToAsync(page, page.Tile("cat.jpg"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#result-name")).ToHaveTextAsync("cat.jpg");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#result-name")).ToHaveTextAsync("coffee.jpg");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#result")).ToBeHiddenAsync();
        await Assertions.Expect(page.Tile("coffee.jpg")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Choose_300_pictures_makes_small_copies_of_those_in_sight_alone()
    {
        for (var number = 0; number < 300; number++)
        {
            album.With($"{number}.jpg", Photo.Bytes("palace.jpg"));
        }

        var page = await session.OpenAsync(path: Gallery.Path);
        await page.RouteAsync(Gallery.Analyses, static _ => Task.CompletedTask);
        await page.SetInputFilesAsync("#folder", album.Root);
        await page.ExpectProgressAsync("0 of 300 done");
        await Assertions.Expect(page.Locator(".tile")).ToHaveCountAsync(300);
        Assert.Equal(Enumerable.Range(0, 300).Select(static number => $"{number.ToString(CultureInfo.InvariantCulture)}.jpg"), await page.Locator(".tile .name").AllTextContentsAsync());
        await Assertions.Expect(page.Locator(".tile img").First).ToHaveJSPropertyAsync("naturalWidth", 240);
        await page.Locator(".tile").Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator(".tile img").Last).ToHaveJSPropertyAsync("naturalWidth", 240);
        Assert.InRange(await page.Locator(".tile img[src]").CountAsync(), 2, 200);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var steps = 0; steps < 10 && !await target.EvaluateAsync<bool>("(one) => one === document.activeElement"); steps++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}
