using Microsoft.Playwright;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>Files that go in pieces: how far they are is seen, and neither a pause, a cut line nor a reload loses what was sent.</summary>
public sealed class LargeFileTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private const string Pieces = "**/api/uploads/*";

    private static readonly FilePayload Cat = LargePicture.Of("cat.jpg", 5 * 1024 * 1024 / 2);
    private static readonly double FirstPiece = 1048576.0 / Cat.Buffer.Length;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Choose_a_large_file_sends_it_in_pieces_and_analyses_the_upload()
    {
        var page = await session.OpenAsync();
        var offsets = OffsetsOf(page);
        await page.SetInputFilesAsync("#file", Cat);
        await ExpectCatAsync(page);
        Assert.Equal(["0", "1048576", "2097152"], offsets);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Pause_holds_the_upload_and_go_on_finishes_it()
    {
        var page = await session.OpenAsync();
        var offsets = OffsetsOf(page);
        var secondMayGo = await HoldSecondPieceAsync(page);
        await page.SetInputFilesAsync("#file", Cat);
        await Assertions.Expect(page.Locator("#bar")).ToHaveJSPropertyAsync("position", FirstPiece);
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Paused at");
        secondMayGo.SetResult();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await ExpectCatAsync(page);
        Assert.Equal("0", offsets[0]);
        Assert.Single(offsets, "0");
    }

    [Fact]
    public async Task Lose_the_connection_says_so_and_goes_on_by_itself_from_where_it_was()
    {
        var page = await session.OpenAsync();
        var offsets = OffsetsOf(page);
        var cuts = 0;
        var lineIsBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(Pieces, async route =>
        {
            if (await route.Request.HeaderValueAsync("upload-offset") == "1048576" && cuts++ == 0)
            {
                await route.AbortAsync("connectionreset");
                return;
            }

            if (route.Request.Method == "HEAD")
            {
                await lineIsBack.Task;
            }

            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#file", Cat);
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("The connection is gone");
        lineIsBack.SetResult();
        await ExpectCatAsync(page);
        Assert.Equal(["0", "1048576", "1048576", "2097152"], offsets);
    }

    [Fact]
    public async Task Reload_during_an_upload_offers_to_go_on_with_it()
    {
        var page = await OpenAndReloadAfterFirstPieceAsync();
        var offsets = OffsetsOf(page);
        var offer = page.GetByRole(AriaRole.Group, new() { Name = "Uploads that are not done" });
        await Assertions.Expect(offer).ToContainTextAsync("The upload of cat.jpg was interrupted.");
        await offer.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await ExpectCatAsync(page);
        Assert.Equal(["1048576", "2097152"], offsets);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Nothing has been sent yet");
        await Assertions.Expect(offer).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Discard_an_interrupted_upload_removes_it_from_the_server()
    {
        var page = await OpenAndReloadAfterFirstPieceAsync();
        var removal = await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync(), static reply => reply.Request.Method == "DELETE");
        Assert.Equal(204, removal.Status);
        await Assertions.Expect(page.Locator("#unfinished")).ToBeHiddenAsync();
    }

    private async Task<IPage> OpenAndReloadAfterFirstPieceAsync()
    {
        var page = await session.OpenAsync();
        var secondMayGo = await HoldSecondPieceAsync(page);
        await page.SetInputFilesAsync("#file", Cat);
        await Assertions.Expect(page.Locator("#bar")).ToHaveJSPropertyAsync("position", FirstPiece);
        await page.ReloadAsync();
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        secondMayGo.SetResult();
        return page;
    }

    private static async Task ExpectCatAsync(IPage page) =>
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");

    /// <summary>The offsets of the pieces in the order in which they are sent.</summary>
    private static List<string> OffsetsOf(IPage page)
    {
        var offsets = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "PATCH")
            {
                offsets.Add(request.Headers["upload-offset"]);
            }
        };
        return offsets;
    }

    private static async Task<TaskCompletionSource> HoldSecondPieceAsync(IPage page)
    {
        var mayGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(Pieces, async route =>
        {
            if (await route.Request.HeaderValueAsync("upload-offset") == "1048576")
            {
                await mayGo.Task;
            }

            await route.ContinueAsync();
        });
        return mayGo;
    }
}
