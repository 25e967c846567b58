using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>
/// The first hour of somebody who was told nothing, in the browser alone, before the whole system.
/// </summary>
[Collection<EquippedSystem>]
public sealed class NewcomerTests(EquippedAppHost system, AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly string[] Photos =
    [
        "cat.jpg", "coffee.jpg", "flower.jpg", "galaxies.jpg", "palace.jpg", "portrait.jpg", "astronaut.jpg", "rocket.jpg", "receipt.png",
    ];

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Newcomer_analyses_ten_photos_reads_the_receipt_and_makes_a_classifier_and_uses_it()
    {
        var page = await session.OpenAtAsync(system.AddressOf("web"));
        await AnalyzeTenAsync(page);
        await ReadReceiptAsync(page);
        using var folder = TrainingFolder.Drinks();
        await MakeClassifierAsync(page, folder);
        await UseClassifierAsync(page, folder);
        Assert.Empty(session.Complaints);
    }

    private static async Task AnalyzeTenAsync(IPage page)
    {
        FilePayload[] ten =
        [
            .. Photos.Select(static name => new FilePayload
            {
                Name = name, MimeType = name.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/jpeg", Buffer = Photo.Bytes(name),
            }),
            new() { Name = "tinted.jpg", MimeType = "image/jpeg", Buffer = PhotoVariants.Of("coffee.jpg", 1)[0] },
        ];
        await page.SetInputFilesAsync("#file", ten);
        foreach (var photo in ten)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"{photo.Name}, done" })).ToBeVisibleAsync();
        }
    }

    private static async Task ReadReceiptAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "receipt.png, done" }).ClickAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Text" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("TOTAL 31.50 EUR");
    }

    private static async Task MakeClassifierAsync(IPage page, TrainingFolder folder)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Classifiers" }).ClickAsync();
        var classifiers = new ClassifiersPage(page);
        await classifiers.FillAsync("drinks", folder);
        await Assertions.Expect(classifiers.Readiness).ToContainTextAsync("Ready");
        await classifiers.TrainWithKeyAsync(StartedAppHost.AdminKey);
        await classifiers.ExpectResultAsync("drinks, version 1");
        await Assertions.Expect(classifiers.Result).ToContainTextAsync("It is live");
    }

    private static async Task UseClassifierAsync(IPage page, TrainingFolder folder)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Analyse with it: drinks" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Model" })).ToHaveValueAsync("drinks");
        await page.SetInputFilesAsync("#file", folder.FilesOf("coffee").First());
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");
        await Assertions.Expect(page.Locator("#labels li span").First).ToHaveTextAsync("coffee");
    }
}
