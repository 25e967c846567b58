using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>A folder that becomes a gallery: what is taken in, how it is looked through, and what a picture tells.</summary>
public sealed class BatchPageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);
    private readonly Album album = new();

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        album.Dispose();
    }

    [Fact]
    public async Task Choose_a_folder_analyses_the_pictures_in_it_and_in_the_folders_within()
    {
        album.WithPhotos("cat.jpg", "rome/palace.jpg", "rome/night/rocket.jpg", ".kept/coffee.jpg")
            .With("rome/notes.txt", "no picture"u8.ToArray()).With(".DS_Store", [1]);
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.SetInputFilesAsync("#folder", album.Root);
        await Assertions.Expect(page.Locator("#intake")).ToHaveTextAsync("3 pictures were added. 1 file was skipped: it is no picture of these formats.");
        await page.ExpectProgressAsync("3 of 3 done");
        Assert.Equal(["cat.jpg", "palace.jpg", "rocket.jpg"], await page.Locator(".tile .name").AllTextContentsAsync());
        await Assertions.Expect(page.Tile("cat.jpg")).ToContainTextAsync("Egyptian cat");
        await Assertions.Expect(page.Tile("palace.jpg")).ToContainTextAsync("palace");
        await Assertions.Expect(page.Tile("cat.jpg").Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 240);
        await Assertions.Expect(page.Locator("#activity")).ToHaveTextAsync("All is done.");
        Assert.Empty(session.Complaints);

        await page.SetInputFilesAsync("#folder", album.WithPhotos("flower.jpg").Root);
        await Assertions.Expect(page.Locator("#intake")).ToContainTextAsync("1 picture was added. 1 file was skipped: it is no picture of these formats. 3 were here already.");
        await page.ExpectProgressAsync("4 of 4 done");
        await page.Button("Start over").ClickAsync();
        await Assertions.Expect(page.Locator("#workspace")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#folder")).ToBeFocusedAsync();
        await page.SetInputFilesAsync("#files", Path.Combine(Photo.Folder, "cat.jpg"));
        await page.ExpectProgressAsync("1 of 1 done");
    }

    [Fact]
    public async Task Drop_a_folder_takes_the_pictures_in_it_and_in_the_folders_within()
    {
        album.WithPhotos("cat.jpg", "rome/palace.jpg", ".kept/coffee.jpg");
        var page = await session.OpenAsync(path: Gallery.Path);
        var browser = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await browser.SendAsync("Input.dispatchDragEvent", new()
            {
                ["type"] = type,
                ["x"] = 300,
                ["y"] = 300,
                ["data"] = new JsonObject { ["items"] = new JsonArray(), ["files"] = new JsonArray(album.Root), ["dragOperationsMask"] = 1 },
            });
        }

        await page.ExpectProgressAsync("2 of 2 done");
        await page.Tile("palace.jpg").ClickAsync();
        await Assertions.Expect(page.Locator("#result-place")).ToHaveTextAsync("album/rome");
    }

    [Fact]
    public async Task Choose_what_is_in_them_and_search_shows_the_pictures_with_both()
    {
        album.WithPhotos("cat.jpg", "coffee.jpg", "palace.jpg", "receipt.png").With("second.jpg", Photo.Bytes("cat.jpg"));
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.SetInputFilesAsync("#folder", album.Root);
        await page.ExpectProgressAsync("5 of 5 done");
        var count = page.Locator("#shown-count");
        await Assertions.Expect(count).ToHaveTextAsync("5 pictures");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Egyptian cat 2" }).CheckAsync();
        await Assertions.Expect(count).ToHaveTextAsync("2 of 5 pictures");
        await Assertions.Expect(page.Tiles()).ToHaveCountAsync(2);
        await page.Locator("#search").FillAsync("SECOND");
        await Assertions.Expect(count).ToHaveTextAsync("1 of 5 pictures");
        await page.Locator("#search").FillAsync("espresso");
        await Assertions.Expect(page.Locator("#nothing")).ToBeVisibleAsync();
        await Assertions.Expect(page.Button("CSV")).ToBeDisabledAsync();
        await page.Button("Show all").ClickAsync();
        await Assertions.Expect(count).ToHaveTextAsync("5 pictures");

        // Found in the text of the picture; the two words need not stand together.
        await page.Locator("#search").FillAsync("eur total");
        await Assertions.Expect(page.Tiles()).ToHaveCountAsync(1);
        await Assertions.Expect(page.Tiles()).ToContainTextAsync("receipt.png");
        var counts = await page.Locator("#choices .count").AllTextContentsAsync();
        Assert.Equal(counts.Skip(1).Select(int.Parse).OrderDescending(), counts.Skip(1).Select(int.Parse));
    }

    [Fact]
    public async Task Open_a_picture_shows_its_whole_result_and_the_way_to_its_neighbours()
    {
        album.WithPhotos("cat.jpg", "portrait.jpg");
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Faces" }).CheckAsync();
        await page.SetInputFilesAsync("#folder", album.Root);
        await page.ExpectProgressAsync("2 of 2 done");
        await page.Tile("cat.jpg").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "cat.jpg" });
        await Assertions.Expect(dialog.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await Assertions.Expect(dialog.Locator("#preview")).ToHaveJSPropertyAsync("naturalWidth", 451);
        Assert.Equal(["Labels", "Faces", "Text", "File", "JSON", "Code"], await TabsAsync(page));
        await Assertions.Expect(dialog.Locator("#panel-code")).ToContainTextAsync("features=labels%2Cfaces%2Ctext");

        await page.Button("Next").ClickAsync();
        await Assertions.Expect(page.Locator("#result-name")).ToHaveTextAsync("portrait.jpg");
        await page.Locator("#tab-faces").ClickAsync();
        await Assertions.Expect(page.Locator("#panel-faces")).ToContainTextAsync("Face 1");
        await Assertions.Expect(page.Button("Blur the faces")).ToBeVisibleAsync();
        await Accessibility.AssertGoodAsync(page);
        await page.Button("Next").ClickAsync();
        await Assertions.Expect(page.Locator("#result-name")).ToHaveTextAsync("cat.jpg");
        await page.Button("Close").ClickAsync();
        await Assertions.Expect(page.Tile("cat.jpg")).ToBeFocusedAsync();
        Assert.Empty(session.Complaints);
    }

    private static async Task<IEnumerable<string>> TabsAsync(IPage page) =>
        await page.GetByRole(AriaRole.Tab).Locator("span:first-child").AllTextContentsAsync();
}
