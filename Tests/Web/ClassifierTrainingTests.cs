using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>A training while it goes on, whatever happens to the page meanwhile.</summary>
public sealed partial class ClassifierTrainingTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Train_tells_how_far_it_is_from_the_upload_to_the_end()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.NoteWhatIsSaidAsync();
        await page.FillAsync("told", folder);
        await page.TrainWithKeyAsync();
        await page.ExpectResultAsync("told, version 1");
        var said = await page.SaidAsync();
        string[] steps = ["Sending the pictures …", "Looking at the pictures …", "Learning and testing itself …"];
        Assert.Equal(steps, said.Where(steps.Contains));

        // Whoever has the address of the training sees its result again.
        var id = await page.Page.EvaluateAsync<string>("JSON.parse(localStorage.getItem('jobs'))[0].id");
        await page.Page.GotoAsync($"{ClassifiersPage.Path}?job={id}");
        await page.ExpectResultAsync("told, version 1");
    }

    [Fact]
    public async Task Cut_the_connection_finds_the_training_again_by_itself()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        var cuts = 0;
        await page.Page.RouteAsync("**/api/jobs/*/events", async route =>
        {
            if (cuts++ < 2)
            {
                await route.AbortAsync("connectionreset");
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await page.NoteWhatIsSaidAsync();
        await page.FillAsync("cut", folder);
        await page.TrainWithKeyAsync();
        await page.ExpectResultAsync("cut, version 1");
        Assert.Equal(3, cuts);
        Assert.Contains("The connection is gone. The training goes on, and this page looks for it …", await page.SaidAsync());
    }

    [Fact]
    public async Task Reload_during_a_training_finds_it_again_and_cancel_ends_it()
    {
        using var folder = TrainingFolder.Many();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.FillAsync("long", folder);
        await page.TrainWithKeyAsync();
        await Assertions.Expect(page.Training).ToContainTextAsync("Looking at the pictures");
        await Assertions.Expect(page.Training.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", AnyShare());
        await Assertions.Expect(page.Training).ToContainTextAsync("You may leave or reload this page");

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Training.GetByRole(AriaRole.Heading, new() { Name = "long is being trained" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Training).ToContainTextAsync("Looking at the pictures");
        await page.Training.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#form-status")).ToHaveTextAsync("Cancelled. Nothing of it was kept.");
        await Assertions.Expect(page.Training).ToBeHiddenAsync();

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#list-status")).ToHaveTextAsync("");
        await Assertions.Expect(page.Entry("long")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Training).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Cancel_while_the_pictures_are_sent_sends_no_more_and_keeps_them_here()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.Page.RouteAsync("**/api/classifiers", static _ => Task.CompletedTask);
        await page.FillAsync("stopped", folder);
        await page.TrainWithKeyAsync();
        await page.Training.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#form-status")).ToHaveTextAsync("Nothing was trained.");
        await Assertions.Expect(page.Classes).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Train_on_a_picture_that_is_corrupt_names_its_file()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.FillAsync("corrupt", folder);
        await page.Page.GetByLabel("Add pictures to coffee", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "holiday.png", MimeType = "image/png", Buffer = PngFile.WithSize(500, 500) });
        await Assertions.Expect(page.Readiness).ToContainTextAsync("11 pictures");
        await page.TrainWithKeyAsync();
        var problem = page.Page.Locator("#problem");
        await Assertions.Expect(problem).ToContainTextAsync("Invalid image format");
        await Assertions.Expect(problem).ToContainTextAsync("Picture 6 is holiday.png of the class coffee.");
    }

    [GeneratedRegex(@"^0\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyShare();
}
