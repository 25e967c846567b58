using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What a training does not take is told beside its place, before anything is sent.</summary>
public sealed class ClassifierRulesTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);
    private bool wasSent;

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Train_what_is_not_complete_leads_to_what_is_missing()
    {
        var page = await OpenAsync();
        await page.Train.ClickAsync();
        await Assertions.Expect(page.Name).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("#name-rule")).ToHaveTextAsync("The classifier has no name yet.");
        await page.Name.FillAsync("few");
        await page.Classes.Nth(0).GetByRole(AriaRole.Textbox).FillAsync("red");
        await page.Train.ClickAsync();
        await Assertions.Expect(page.Readiness).ToHaveTextAsync("Not ready yet. red: At least 5 pictures are needed.");
        await Assertions.Expect(page.Classes.Nth(0).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await Assertions.Expect(page.Classes.Nth(1).Locator(".rule")).ToContainTextAsync("It has no name yet.");
        await page.Classes.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#classes-rule")).ToHaveTextAsync("At least two classes are needed.");
        await NothingWasSentAsync(page);
    }

    [Theory]
    [InlineData("a b", "A name takes 1 to 64 letters")]
    [InlineData("ä", "A name takes 1 to 64 letters")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", "A name takes 1 to 64 letters")]
    [InlineData(ClassifierProcess.Backbone, "is a model that came with this server")]
    public async Task Name_the_classifier_as_it_may_not_be_named_is_told(string name, string expected)
    {
        using var folder = TrainingFolder.Drinks();
        var page = await OpenAsync();
        await page.FillAsync(name, folder);
        await Assertions.Expect(page.Page.Locator("#name-rule")).ToContainTextAsync(expected);
        await Assertions.Expect(page.Name).ToHaveAttributeAsync("aria-invalid", "true");
        await NothingWasSentAsync(page);
    }

    [Theory]
    [InlineData("<b>x")]
    [InlineData("a/b")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public async Task Name_a_class_as_it_may_not_be_named_is_told_and_shown_as_text(string label)
    {
        using var folder = TrainingFolder.Drinks();
        var page = await OpenAsync();
        await page.FillAsync("marked", folder);
        await page.Classes.Nth(0).GetByRole(AriaRole.Textbox).FillAsync(label);
        await Assertions.Expect(page.Classes.Nth(0).Locator(".rule")).ToContainTextAsync("The name of a class takes 1 to 64 letters");
        await Assertions.Expect(page.Readiness).ToContainTextAsync($"Not ready yet. {label}: ");
        await Assertions.Expect(page.Page.Locator("main b")).ToHaveCountAsync(0);
        await NothingWasSentAsync(page);
    }

    [Fact]
    public async Task Put_a_picture_or_a_name_into_two_classes_is_told()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await OpenAsync();
        await page.FillAsync("twice", folder);
        await page.Page.GetByLabel("Add pictures to not coffee").SetInputFilesAsync(folder.FilesOf("coffee").First());
        await Assertions.Expect(page.Classes.Nth(0).Locator(".rule")).ToContainTextAsync("0.jpg is also in not coffee. Take it out of one.");
        await Assertions.Expect(page.Classes.Nth(1).Locator(".rule")).ToContainTextAsync("0.jpg is also in coffee. Take it out of one.");
        await page.Classes.Nth(0).GetByRole(AriaRole.Button, new() { Name = "Take 0.jpg out" }).ClickAsync();
        await Assertions.Expect(page.Classes.Nth(1).Locator(".rule")).ToHaveTextAsync("6 pictures");
        await page.Classes.Nth(0).GetByRole(AriaRole.Textbox).FillAsync("not coffee");
        await Assertions.Expect(page.Classes.Nth(1).Locator(".rule")).ToContainTextAsync("Two classes are named not coffee.");
        await NothingWasSentAsync(page);
    }

    [Fact]
    public async Task Choose_a_picture_over_the_limit_is_told()
    {
        using var folder = TrainingFolder.Drinks();
        var huge = folder.FilesOf("coffee").First();
        await using (var file = File.OpenWrite(huge))
        {
            file.SetLength((20 * 1024 * 1024) + 1);
        }

        var page = await OpenAsync();
        await page.FillAsync("huge", folder);
        await Assertions.Expect(page.Classes.Nth(0).Locator(".rule")).ToContainTextAsync("0.jpg has more than 20 MB.");
        await NothingWasSentAsync(page);
    }

    [Fact]
    public async Task Choose_more_classes_and_pictures_than_are_taken_is_told()
    {
        var many = Enumerable.Range(0, 2001).Select(static number =>
            ($"class {number % 101}", PngFile.WithSize(1, 1, PngFile.Exif([(byte)number, (byte)(number >> 8)]))));
        using var folder = new TrainingFolder(many);
        var page = await OpenAsync();
        await page.FillAsync("many", folder);
        var rule = page.Page.Locator("#classes-rule");
        await Assertions.Expect(rule).ToContainTextAsync("At most 100 classes are taken.");
        await Assertions.Expect(rule).ToContainTextAsync("At most 2,000 pictures are taken; these are 2,001.");
        await NothingWasSentAsync(page);
    }

    private async Task<ClassifiersPage> OpenAsync()
    {
        var page = await ClassifiersPage.OpenAsync(session, site);

        // The list brings the names of the built-in models.
        await Assertions.Expect(page.Page.Locator("#list-status")).ToHaveTextAsync("");
        page.Page.Request += (_, request) => wasSent |= request.Method == "POST";
        return page;
    }

    private async Task NothingWasSentAsync(ClassifiersPage page)
    {
        await page.Train.ClickAsync();
        await Assertions.Expect(page.Readiness).ToContainTextAsync("Not ready yet.");
        await Assertions.Expect(page.KeyDialog).ToBeHiddenAsync();
        await Assertions.Expect(page.Training).ToBeHiddenAsync();
        Assert.False(wasSent);
        Assert.Empty(session.Complaints);
    }
}
