using Microsoft.Playwright;
using Tests.Api.Classifiers;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The administrator's key: asked for when it is needed, and kept no longer than the tab.</summary>
public sealed class ClassifierKeyTests(AppHostFixture appHost, BrowserFixture browsers, ClassifierSite site)
    : IClassFixture<ClassifierSite>, IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);
    private readonly PageSession other = new(appHost, browsers);

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Train_asks_for_the_key_until_it_serves_and_then_no_more_in_this_tab()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        await page.FillAsync("keyed", folder);
        await page.Train.ClickAsync();
        await Assertions.Expect(page.KeyDialog).ToContainTextAsync("This needs a key with the role admin.");
        foreach (var wrong in new[] { "nobody's key", ClassifierProcess.OtherKey })
        {
            await page.GiveKeyAsync(wrong);
            await Assertions.Expect(page.KeyDialog).ToContainTextAsync("The server did not take that key for this.");
        }

        await page.GiveKeyAsync();
        await page.ExpectResultAsync("keyed, version 1");

        await page.Page.ReloadAsync();
        await page.FillAsync("keyed", folder);
        await page.Train.ClickAsync();
        await page.ExpectResultAsync("keyed, version 2");
        await Assertions.Expect(page.KeyDialog).ToBeHiddenAsync();
        Assert.DoesNotContain(ClassifierProcess.AdminKey, await page.Page.EvaluateAsync<string>("JSON.stringify({ ...localStorage })"), StringComparison.Ordinal);
        Assert.Contains(ClassifierProcess.AdminKey, await page.Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage })"), StringComparison.Ordinal);

        var another = await ClassifiersPage.OpenAsync(other, site);
        await another.Entry("keyed").GetByRole(AriaRole.Button, new() { Name = "Promote version 1 of keyed" }).ClickAsync();
        await Assertions.Expect(another.KeyDialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Give_no_key_trains_nothing_and_keeps_the_pictures()
    {
        using var folder = TrainingFolder.Drinks();
        var page = await ClassifiersPage.OpenAsync(session, site);
        var wasSent = false;
        page.Page.Request += (_, request) => wasSent |= request.Url.EndsWith("/api/classifiers", StringComparison.Ordinal);
        await page.FillAsync("unsent", folder);
        await page.Train.ClickAsync();
        await page.GiveKeyAsync("nobody's key");
        await page.KeyDialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("#form-status")).ToHaveTextAsync("Nothing was trained.");
        await Assertions.Expect(page.Readiness).ToContainTextAsync("Ready: 2 classes, 10 pictures");
        Assert.False(wasSent);

        // The key that nobody knows is forgotten: with it even the list would be refused.
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("#list-problem")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator("#list-status")).ToHaveTextAsync("");
    }
}
