using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page of the classifiers for everybody: by the keyboard alone, on a phone, in Chinese.</summary>
public sealed class ClassifiersPageQualityTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private const int MostTabs = 60;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Make_a_classifier_by_the_keyboard_alone_works_to_the_end()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        var keyboard = page.Page.Keyboard;
        await TabToAsync(page, "Name");
        await keyboard.TypeAsync("typed");
        foreach (var (label, number) in new[] { ("coffee", 0), ("not coffee", 1) })
        {
            await TabToAsync(page, "Class", page.Classes.Nth(number));
            await keyboard.TypeAsync(label);
            await TabToAsync(page, $"Add pictures to {label}");
            var chooser = await FileDialog.OpenByKeyAsync(page.Page);
            await chooser.SetFilesAsync(folder.FilesOf(label));
            await Assertions.Expect(page.Classes.Nth(number)).ToContainTextAsync("5 pictures");
        }

        await TabToAsync(page, "Train it");
        await keyboard.PressAsync("Enter");
        await keyboard.TypeAsync(ClassifierProcess.AdminKey);
        await keyboard.PressAsync("Enter");
        await page.ExpectResultAsync("typed, version 1");
        await Assertions.Expect(page.Result.GetByRole(AriaRole.Heading, new() { Name = "typed, version 1" })).ToBeFocusedAsync();

        await TabToAsync(page, "Try it");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("#trial-file")).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator("#try-result")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1400, ColorScheme.Dark)]
    public async Task Show_the_form_the_result_and_the_trial_fits_the_screen_and_can_be_read(int width, ColorScheme scheme)
    {
        using var folder = new TrainingFolder(ClassifierRequests.Class("a_name_of_a_class_that_goes_on_and_on_without_any_space_to_break", "coffee.jpg", 14)
            .Concat(ClassifierRequests.Class("other", "rocket.jpg", 5)));
        var page = await ClassifiersPage.OpenAsync(session, site, width, scheme);
        await page.FillAsync($"a_name_that_is_long_enough_to_be_wider_than_a_phone_is_at_{width}", folder);
        await Assertions.Expect(page.Classes).ToHaveCountAsync(2);
        await FitsAsync(page, width);
        await page.TrainWithKeyAsync();
        await Assertions.Expect(page.Result).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Page.Locator(".entry").First).ToBeVisibleAsync();
        await FitsAsync(page, width);
        await page.Page.Locator("#try-result").ClickAsync();
        await page.Page.SetInputFilesAsync("#trial-file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Page.Locator("#trial-labels li").First).ToBeVisibleAsync();
        await Accessibility.AssertGoodAsync(page.Page);
        Assert.True(await page.Page.EvaluateAsync<bool>("document.getElementById('trial').scrollWidth <= document.getElementById('trial').clientWidth"));
    }

    [Fact]
    public async Task Read_the_page_in_Chinese_has_all_of_it_in_Chinese()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "中文" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "自己的分类器" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Classes).ToHaveCountAsync(2);
        await page.Page.GetByLabel("名称", new() { Exact = true }).FillAsync("chinese");
        await page.Page.SetInputFilesAsync("#folder", folder.Root);
        await Assertions.Expect(page.Readiness).ToContainTextAsync("已就绪：2 个类别，10 张图片");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "开始训练" }).ClickAsync();
        await page.Page.Locator("#key-input").FillAsync(ClassifierProcess.AdminKey);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.ExpectResultAsync("chinese，版本 1");
        await Assertions.Expect(page.Result).ToContainTextAsync("100%，介于 72% 和 100% 之间，在 10 张它没有见过的图片上测得");
        var english = await page.Page.EvaluateAsync<string>(
            """
            [...document.querySelectorAll("main h1, main h2, main h3, main p:not([lang]), main label, main button, main strong, main summary, main th[scope=col]")]
              .filter((node) => node.checkVisibility()).map((node) => node.textContent).join("\n")
            """);
        Assert.DoesNotMatch(@"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", english);
    }

    private static async Task FitsAsync(ClassifiersPage page, int width)
    {
        await ScreenFit.AssertAsync(page.Page, width);
        await Accessibility.AssertGoodAsync(page.Page);
    }

    /// <summary>Presses Tab until something of a name has the focus, as who cannot see it does.</summary>
    private static async Task TabToAsync(ClassifiersPage page, string name, ILocator? within = null)
    {
        var wanted = (within ?? page.Page.Locator("main")).Locator("css=:focus").And(
            page.Page.GetByLabel(name, new() { Exact = true }).Or(page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true })));
        for (var i = 0; i < MostTabs && await wanted.CountAsync() == 0; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
        }

        await Assertions.Expect(wanted).ToHaveCountAsync(1);
    }
}
