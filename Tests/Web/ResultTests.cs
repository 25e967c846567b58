using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Each kind of result as a person finds it, and the lines and outlines that belong together.</summary>
public sealed class ResultTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Point_at_a_line_of_text_marks_its_place_and_a_click_on_the_place_finds_the_line()
    {
        var page = await OpenWithAsync("receipt.png");
        await page.Locator("#tab-text").ClickAsync();
        var lines = page.Locator("#panel-text .line");
        await Assertions.Expect(lines).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#panel-text")).ToContainTextAsync("TOTAL 31.50 EUR");
        await lines.Nth(3).HoverAsync();
        await Assertions.Expect(page.Locator("#boxes .marked")).ToHaveAttributeAsync("data-mark", "text-3");
        await page.Locator("#boxes [data-mark=text-1] polygon").ClickAsync();
        await Assertions.Expect(lines.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".line.marked")).ToContainTextAsync("Hammer");
    }

    [Fact]
    public async Task Copy_all_text_puts_every_line_on_the_clipboard()
    {
        var page = await OpenWithAsync("receipt.png", "clipboard-read", "clipboard-write");
        await page.Locator("#tab-text").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy all text" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-text")).ToContainTextAsync("Copied.");
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(["ACME Hardware Store", "2x Hammer 24.00", "1x Screwdriver 7.50", "TOTAL 31.50 EUR", "Thank you for your visit!"], copied.Split('\n'));
    }

    [Fact]
    public async Task Copy_without_permission_for_the_clipboard_works_the_old_way()
    {
        var page = await OpenWithAsync("receipt.png");
        await page.Locator("#tab-text").ClickAsync();
        await page.EvaluateAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy all text" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-text")).ToContainTextAsync("Copied.");
    }

    [Fact]
    public async Task Show_objects_and_faces_draws_their_boxes_where_they_are()
    {
        var page = await OpenWithAsync("portrait.jpg");
        await page.Locator("#tab-objects").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-objects")).ToContainTextAsync("person");
        await page.Locator("#tab-faces").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-faces .line")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#boxes [data-kind=faces] polygon")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#boxes [data-kind=objects]")).ToBeHiddenAsync();
        var picture = (await page.Locator("#preview").BoundingBoxAsync())!;
        var face = (await page.Locator("#boxes [data-kind=faces] polygon").BoundingBoxAsync())!;
        Assert.InRange(face.X + (face.Width / 2), picture.X + (picture.Width * 0.45), picture.X + (picture.Width * 0.55));
        Assert.InRange(face.Y + (face.Height / 2), picture.Y + (picture.Height * 0.3), picture.Y + (picture.Height * 0.5));
    }

    [Fact]
    public async Task Show_the_other_results_says_them_in_words()
    {
        var page = await OpenWithAsync("cat.jpg");
        await Assertions.Expect(page.Locator("#concept-list li").First).ToContainTextAsync("placental");
        await page.Locator("#tab-moderation").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-moderation .verdict")).ToHaveTextAsync("Safe");
        await page.Locator("#tab-colors").ClickAsync();
        await Assertions.Expect(page.Locator(".swatches li").First).ToContainTextAsync("#");
        await page.Locator("#tab-caption").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-caption blockquote")).ToContainTextAsync("cat");
        await Assertions.Expect(page.Locator("#panel-caption")).ToContainTextAsync("on this server");
        await page.Locator("#tab-embedding").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Find similar pictures" }))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^/similar\\?digest=sha256%3A07c5a883.*&model=efficientnet-lite2$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Locator("#tab-image").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-image")).ToContainTextAsync("Nothing unusual about this file.");
        await Assertions.Expect(page.Locator("#panel-image .bars li")).ToHaveCountAsync(8);
        await page.Locator("#tab-json").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-json pre")).ToContainTextAsync("\"name\": \"Egyptian cat\"");
    }

    [Fact]
    public async Task Use_the_tabs_by_the_keyboard_shows_one_panel_after_the_other()
    {
        var page = await OpenWithAsync("cat.jpg");
        await page.Locator("#tab-labels").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#panel-objects")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#panel-labels")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "Code" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("#panel-labels")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Switch_a_feature_off_leaves_it_out_also_after_a_reload()
    {
        var page = await OpenWithAsync("cat.jpg");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Caption" }).UncheckAsync();
        await page.Locator("#tab-caption").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-caption")).ToHaveTextAsync("Not asked for. Switch it on above.");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Caption" })).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Labels" })).ToBeCheckedAsync();
    }

    private async Task<IPage> OpenWithAsync(string photo, params string[] permissions)
    {
        var page = await session.OpenAsync(permissions: permissions);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, photo));
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");
        return page;
    }
}
