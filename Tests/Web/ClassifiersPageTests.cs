using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>From pictures to a classifier that answers, as a person makes one.</summary>
public sealed class ClassifiersPageTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Choose_a_folder_and_train_shows_how_good_it_is_and_lets_it_be_tried()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.FillAsync("drinks", folder);
        await Assertions.Expect(page.Classes).ToHaveCountAsync(2);
        await Assertions.Expect(page.Classes.First.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("coffee");
        await Assertions.Expect(page.Classes.First.Locator("img")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Readiness).ToContainTextAsync("Ready: 2 classes, 10 pictures");

        await page.TrainWithKeyAsync();
        await page.ExpectResultAsync("drinks, version 1");
        await Assertions.Expect(page.Result).ToContainTextAsync("It is live: whoever asks for drinks gets this version");
        await Assertions.Expect(page.Result).ToContainTextAsync("Promoted: the hold-out accuracy 1 reaches the minimum of 0.8");
        await Assertions.Expect(page.Result).ToContainTextAsync("100%, between 72% and 100%, measured on 10 pictures it had not seen");
        await Assertions.Expect(page.Result.Locator("svg .span")).ToHaveCountAsync(1);

        var confusion = page.Result.GetByRole(AriaRole.Region, new() { Name = "What it takes for what" });
        await Assertions.Expect(confusion.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["coffee", "not coffee"]);
        await Assertions.Expect(confusion.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["coffee", "not coffee"]);
        await Assertions.Expect(confusion.Locator("tbody td")).ToHaveTextAsync(["5", "0", "0", "5"]);
        var quality = page.Result.GetByRole(AriaRole.Region, new() { Name = "Class by class" });
        await Assertions.Expect(quality.Locator("tbody td")).ToHaveTextAsync(["100%", "100%", "100%", "100%"]);

        await Assertions.Expect(page.Entry("drinks")).ToContainTextAsync("Version 1 is live; it was right on 100% of its test.");
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        var trial = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Try drinks" });
        await trial.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "new.jpg", MimeType = "image/jpeg", Buffer = PhotoVariants.Of("coffee.jpg", 1, first: 50)[0] });
        await Assertions.Expect(trial.GetByRole(AriaRole.Status)).ToHaveTextAsync("This looks like coffee.");
        await Assertions.Expect(trial.Locator(".bars li")).ToHaveCountAsync(3);
        await Assertions.Expect(trial).ToContainTextAsync("unknown: how likely it is that the picture shows none of the classes");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Name_classes_and_give_each_its_pictures_trains_on_them()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.Name.FillAsync("named");
        await page.Classes.Nth(0).GetByRole(AriaRole.Textbox).FillAsync("咖啡");
        await page.Page.GetByLabel("Add pictures to 咖啡").SetInputFilesAsync(folder.FilesOf("coffee"));

        // Dropped on the class, with one that is there already, one that is no picture, and one that is taken out again.
        await page.Classes.Nth(1).GetByRole(AriaRole.Textbox).FillAsync("rocket");
        string[] dropped = [.. folder.FilesOf("not coffee"), folder.FilesOf("not coffee").First()];
        await DropAsync(page.Classes.Nth(1), dropped);
        await Assertions.Expect(page.Page.Locator("#left-out")).ToContainTextAsync("One picture was in its class already and counts once: 0.jpg");
        await Assertions.Expect(page.Page.Locator("#left-out")).ToContainTextAsync("One file is no JPEG, PNG, WebP or GIF and was left out: notes.txt");
        await page.Classes.Nth(1).GetByRole(AriaRole.Button, new() { Name = "Take 4.jpg out" }).ClickAsync();
        await Assertions.Expect(page.Classes.Nth(1)).ToContainTextAsync("1 more picture is needed.");
        await page.Page.GetByLabel("Add pictures to rocket").SetInputFilesAsync(folder.FilesOf("not coffee").Last());

        await page.TrainWithKeyAsync();
        await page.ExpectResultAsync("named, version 1");
        var labels = page.Result.GetByRole(AriaRole.Region, new() { Name = "Class by class" }).GetByRole(AriaRole.Rowheader);
        await Assertions.Expect(labels).ToHaveTextAsync(["rocket", "咖啡"]);
        await Assertions.Expect(page.Result).ToContainTextAsync("It has learned from 10 pictures in 2 classes.");
    }

    [Fact]
    public async Task Train_what_cannot_be_told_apart_is_kept_and_says_why_it_is_not_live()
    {
        var same = PhotoVariants.Of("cat.jpg", 24).Select((picture, number) => (number % 2 == 0 ? "even" : "odd", picture));
        using var folder = new TrainingFolder(same);
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.FillAsync("same", folder);
        await page.TrainWithKeyAsync();
        await page.ExpectResultAsync("same, version 1");
        await Assertions.Expect(page.Result).ToContainTextAsync("It is kept, but not live. It answers only to same@1");
        await Assertions.Expect(page.Result).ToContainTextAsync("is below the minimum of 0.8");
        await Assertions.Expect(page.Entry("same")).ToContainTextAsync("No version is live. A new one becomes live by itself only if its test is good enough");
        await Assertions.Expect(page.Entry("same").GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_the_list_shows_classifiers_and_no_built_in_model_and_leads_to_their_use()
    {
        await site.Api.ResultAsync((await site.Api.StartTrainingAsync(ClassifierRequests.Form("listed", ClassifierRequests.Drinks()))).Id);
        var page = await ClassifiersPage.OpenAsync(session, site);
        await Assertions.Expect(page.Entry("listed")).ToBeVisibleAsync();
        await Assertions.Expect(page.Entry(ClassifierProcess.Backbone)).ToHaveCountAsync(0);
        await page.Entry("listed").GetByText("Its classes").ClickAsync();
        await Assertions.Expect(page.Entry("listed").Locator(".chips-of .chip")).ToHaveTextAsync(["coffee", "not coffee", "unknown"]);
        await page.Entry("listed").GetByRole(AriaRole.Link, new() { Name = "Analyse with it: listed" }).ClickAsync();
        await page.Page.WaitForURLAsync("**/?model=listed");
        await page.Page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Page.Locator("#labels li").First).ToContainTextAsync("coffee");
    }

    private static async Task DropAsync(ILocator target, IEnumerable<string> files)
    {
        var contents = files.Select(file => (object)new[] { Path.GetFileName(file), Convert.ToBase64String(File.ReadAllBytes(file)) });
        var transfer = await target.Page.EvaluateHandleAsync(
            """
            (files) => {
              const transfer = new DataTransfer();
              for (const [name, base64] of files) {
                transfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type: "image/jpeg" }));
              }
              transfer.items.add(new File(["just some notes"], "notes.txt", { type: "text/plain" }));
              return transfer;
            }
            """,
            contents.ToArray());
        await target.DispatchEventAsync("dragenter", new { dataTransfer = transfer });
        await Assertions.Expect(target.Page.Locator("body.dragging")).ToHaveCountAsync(1);
        await target.DispatchEventAsync("drop", new { dataTransfer = transfer });
        await Assertions.Expect(target.Page.Locator("body.dragging")).ToHaveCountAsync(0);
    }
}
