using Microsoft.Playwright;
using NetVips;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Faces made unrecognisable, in what is shown and in what is saved.</summary>
public sealed class FaceBlurTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Save_the_blurred_picture_has_no_detail_where_the_face_was_and_all_of_it_elsewhere()
    {
        var page = await session.OpenAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "portrait.jpg"));
        await page.Locator("#tab-faces").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Blur the faces" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Save the blurred picture" }).ClickAsync());
        Assert.Equal("blurred-portrait.jpg", download.SuggestedFilename);
        using var original = Image.NewFromFile(Path.Combine(Photo.Folder, "portrait.jpg"));
        using var saved = Image.NewFromFile(await download.PathAsync());
        Assert.Equal((original.Width, original.Height), (saved.Width, saved.Height));

        // The face of expected.json, and a part of the uniform below it.
        Assert.InRange(Detail(saved, 200, 160, 140, 160), 0, Detail(original, 200, 160, 140, 160) / 5);
        Assert.InRange(Detail(saved, 150, 500, 200, 100), Detail(original, 150, 500, 200, 100) * 0.8, double.MaxValue);
    }

    [Fact]
    public async Task Show_the_faces_again_brings_the_picture_back()
    {
        var page = await session.OpenAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "portrait.jpg"));
        await page.Locator("#tab-faces").ClickAsync();
        var own = await page.Locator("#preview").GetAttributeAsync("src");
        await page.GetByRole(AriaRole.Button, new() { Name = "Blur the faces" }).ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).Not.ToHaveAttributeAsync("src", own!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the faces" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save the blurred picture" })).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Blur the faces" })).ToBeVisibleAsync();
    }

    /// <summary>How much neighbouring pixels differ: the mean of the edges that Sobel finds.</summary>
    private static double Detail(Image picture, int x, int y, int width, int height)
    {
        using var part = picture.ExtractArea(x, y, width, height).Colourspace(Enums.Interpretation.Bw);
        return part.Sobel().Avg();
    }
}
