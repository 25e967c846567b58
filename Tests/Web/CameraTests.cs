using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Photographing, with a camera, without permission to use it, and where the browser has none to give.</summary>
public sealed class CameraTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly PageSession session = new(appHost, browsers) { HasCamera = true };

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Photograph_with_a_camera_analyses_the_picture_taken()
    {
        var page = await session.OpenAsync(permissions: "camera");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take a photo" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take the picture" }).ClickAsync();
        await Assertions.Expect(page.Locator("#camera")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(5);
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('video').srcObject === null"));
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Photograph_without_permission_says_so_and_goes_on()
    {
        var page = await session.OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take a photo" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("No camera");
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Photograph_where_no_page_gets_the_camera_asks_the_system_for_a_picture()
    {
        var page = await session.OpenAsync();
        await page.EvaluateAsync("Object.defineProperty(navigator, 'mediaDevices', { value: undefined })");
        var chooser = await page.RunAndWaitForFileChooserAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Take a photo" }).ClickAsync());
        await chooser.SetFilesAsync(Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }
}
