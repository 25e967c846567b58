using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>What is done with the versions of a classifier shows at once.</summary>
public sealed class ClassifierVersionsTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Promote_roll_back_and_delete_act_at_once_and_the_list_shows_it()
    {
        await TrainAsync("things", 2);
        var page = await ClassifiersPage.OpenAsync(session, site);
        await Assertions.Expect(page.Version("things", "2")).ToContainTextAsync("live");
        var status = page.Page.Locator("#list-status");

        await page.Entry("things").GetByRole(AriaRole.Button, new() { Name = "Promote version 1 of things" }).ClickAsync();
        await page.GiveKeyAsync();
        await Assertions.Expect(status).ToHaveTextAsync("Version 1 of things is live now.");
        await Assertions.Expect(page.Version("things", "1").Locator(".chip")).ToHaveTextAsync("live");
        await Assertions.Expect(page.Version("things", "2").Locator(".chip")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Entry("things").GetByRole(AriaRole.Heading)).ToBeFocusedAsync();

        await page.Entry("things").GetByRole(AriaRole.Button, new() { Name = "Roll back things" }).ClickAsync();
        await Assertions.Expect(status).ToHaveTextAsync("Version 2 of things is live now.");
        await Assertions.Expect(page.Version("things", "2").Locator(".chip")).ToHaveTextAsync("live");

        var delete = page.Entry("things").GetByRole(AriaRole.Button, new() { Name = "Delete version 1 of things" });
        var question = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete version 1 of things? It cannot be brought back." });
        await delete.ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Version("things", "1")).ToBeVisibleAsync();
        await delete.ClickAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(status).ToHaveTextAsync("Version 1 of things is deleted.");
        await Assertions.Expect(page.Version("things", "1")).ToHaveCountAsync(0);

        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Version("things", "2").Locator(".chip")).ToHaveTextAsync("live");
        await Assertions.Expect(page.Version("things", "1")).ToHaveCountAsync(0);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Roll_back_where_nothing_was_live_before_tells_so()
    {
        await TrainAsync("fresh", 1);
        var alike = ClassifierRequests.Class("one", "cat.jpg", 12).Concat(ClassifierRequests.Class("two", "flower.jpg", 5));
        await site.Api.ResultAsync((await site.Api.StartTrainingAsync(ClassifierRequests.Form("fresh", alike))).Id);
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.Entry("fresh").GetByRole(AriaRole.Button, new() { Name = "Roll back fresh" }).ClickAsync();
        await page.GiveKeyAsync();
        await Assertions.Expect(page.Page.Locator("#list-status")).ToHaveTextAsync("Version 1 of fresh is live now.");
        await page.Entry("fresh").GetByRole(AriaRole.Button, new() { Name = "Roll back fresh" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#list-problem")).ToContainTextAsync("invalid_request");
        await Assertions.Expect(page.Version("fresh", "1").Locator(".chip")).ToHaveTextAsync("live");
    }

    private async Task TrainAsync(string name, int versions)
    {
        for (var version = 0; version < versions; version++)
        {
            await site.Api.ResultAsync((await site.Api.StartTrainingAsync(ClassifierRequests.Form(name, ClassifierRequests.Drinks(perClass: 5 + version)))).Id);
        }
    }
}
