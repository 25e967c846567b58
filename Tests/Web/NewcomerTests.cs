using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>
/// The first hour of somebody who was told nothing, in the browser alone, before the whole system as it is delivered: only the
/// model repository is a copy, because a classifier is made in it.
/// </summary>
public sealed class NewcomerTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncLifetime
{
    private static readonly string[] Photos =
    [
        "cat.jpg", "coffee.jpg", "flower.jpg", "galaxies.jpg", "palace.jpg", "portrait.jpg", "astronaut.jpg", "rocket.jpg", "receipt.png",
    ];

    private readonly PageSession session = new(appHost, browsers);
    private readonly ModelRepositoryCopy models = new([.. Directory.GetDirectories(Repository.Models).Select(static folder => Path.GetFileName(folder)!)]);
    private DistributedApplication? system;

    public async ValueTask InitializeAsync() => system = await StartedAppHost.StartAsync(builder =>
        builder.CreateResourceBuilder<ProjectResource>("inference").WithEnvironment("Models__Path", models.Root));

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await system!.DisposeAsync();
        models.Dispose();
    }

    [Fact]
    public async Task Newcomer_analyses_ten_photos_reads_the_receipt_and_makes_a_classifier_and_uses_it()
    {
        var page = await session.OpenAtAsync(system!.GetEndpoint("web"));
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
