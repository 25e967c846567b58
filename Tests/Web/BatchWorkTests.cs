using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The work on a gallery: it stops and goes on, tries again, and waits as the server asks.</summary>
public sealed class BatchWorkTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly string[] Three = [.. new[] { "cat.jpg", "coffee.jpg", "palace.jpg" }.Select(static name => Path.Combine(Photo.Folder, name))];

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Stop_sends_no_more_and_go_on_does_the_rest()
    {
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        var sent = 0;
        var mayGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(Gallery.Analyses, async route =>
        {
            if (Interlocked.Increment(ref sent) <= 2)
            {
                await mayGo.Task;
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#files", Three);
        await Assertions.Expect(page.Locator(".tile[data-state=running]")).ToHaveCountAsync(2);
        await Eventually.IsTrueAsync(() => Volatile.Read(ref sent) == 2);
        await page.Button("Stop").ClickAsync();
        await Assertions.Expect(page.Locator("#activity")).ToContainTextAsync("Stopped");
        await Assertions.Expect(page.Locator(".tile[data-state=waiting]")).ToHaveCountAsync(3);
        await Assertions.Expect(page).ToHaveTitleAsync("0 of 3 done · A folder becomes a gallery");
        mayGo.SetResult();

        // A picture that comes while the work is stopped waits with the others.
        await page.SetInputFilesAsync("#files", Path.Combine(Photo.Folder, "flower.jpg"));
        await Assertions.Expect(page.Locator(".tile[data-state=waiting]")).ToHaveCountAsync(4);
        Assert.Equal(2, sent);
        await page.Button("Go on").ClickAsync();
        await page.ExpectProgressAsync("4 of 4 done");
        Assert.Equal(6, sent);
        await Assertions.Expect(page.Button("Stop")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Stop_during_an_upload_goes_on_with_it_from_where_it_was()
    {
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        var requests = new List<string>();
        page.Request += (_, request) => requests.Add($"{request.Method} {request.Headers.GetValueOrDefault("upload-offset")}");
        var mayGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/uploads/*", async route =>
        {
            if (!mayGo.Task.IsCompleted && await route.Request.HeaderValueAsync("upload-offset") == "1048576")
            {
                await mayGo.Task;
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#files", LargePicture.Of("cat.jpg", 5 * 1024 * 1024 / 2));
        await Eventually.IsTrueAsync(() => requests.Contains("PATCH 1048576", StringComparer.Ordinal));
        await page.Button("Stop").ClickAsync();
        mayGo.SetResult();
        await page.Button("Go on").ClickAsync();
        await page.ExpectProgressAsync("1 of 1 done");
        Assert.Single(requests, "PATCH 0");
        Assert.Equal(2, requests.Count(static request => request.StartsWith("POST ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Try_again_does_the_failed_ones_alone()
    {
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        var sent = 0;
        await page.RouteAsync(Gallery.Analyses, async route =>
        {
            if (Interlocked.Increment(ref sent) == 1)
            {
                await route.FulfillAsync(new()
                {
                    Status = 504,
                    ContentType = "application/problem+json",
                    Body = """{"type":"/problems/deadline_exceeded","title":"Deadline exceeded","status":504,"code":"deadline_exceeded","retryable":true}""",
                });
                return;
            }

            await route.ContinueAsync();
        });
        await page.SetInputFilesAsync("#files", Three);
        await page.ExpectProgressAsync("2 of 3 done, 1 failed");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Not analysed 1" }).CheckAsync();
        await Assertions.Expect(page.Tiles()).ToContainTextAsync("Deadline exceeded");
        await page.Tiles().ClickAsync();
        await Assertions.Expect(page.Locator("#result-problem")).ToContainTextAsync("deadline_exceeded");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToHaveCountAsync(0);
        await page.Button("Close").ClickAsync();
        await page.Button("Try the failed ones again").ClickAsync();
        await page.ExpectProgressAsync("3 of 3 done");
        Assert.Equal(4, sent);
        await Assertions.Expect(page.Tiles()).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Lose_the_connection_stops_the_work_and_fails_no_picture()
    {
        var page = await session.OpenAsync(path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        await page.RouteAsync(Gallery.Analyses, static route => route.AbortAsync());
        await page.SetInputFilesAsync("#files", Three);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached");
        await Assertions.Expect(page.Locator(".tile[data-state=waiting]")).ToHaveCountAsync(3);
        await page.UnrouteAsync(Gallery.Analyses);
        await page.Button("Go on").ClickAsync();
        await page.ExpectProgressAsync("3 of 3 done");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Use_up_the_quota_tells_the_wait_and_goes_on_by_itself()
    {
        await using var api = await ApiProcess.StartAsync(
            ("RateLimiting:Anonymous:PermitLimit", "2"), ("RateLimiting:Anonymous:Window", "00:00:04"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: Gallery.Path);
        await page.LookForLabelsAloneAsync();
        await page.SetInputFilesAsync("#files", Three);
        await Assertions.Expect(page.Locator("#activity")).ToContainTextAsync("The server asks for patience: goes on in");
        await Assertions.Expect(page.Locator("#said")).ToContainTextAsync("2 of 3 done. The server asks for patience");
        await page.ExpectProgressAsync("3 of 3 done");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("3 of 3 done. All is done.");
    }

    [Fact]
    public async Task Analyse_a_flagged_picture_blurs_it_in_the_gallery_and_in_the_dialog()
    {
        await using var api = await ApiProcess.StartAsync(("Moderation:Model", "open-nsfw"), ("Moderation:Threshold", "0.000001"));
        await using var web = WebBefore.Api(api.Client.BaseAddress!);
        var page = await session.OpenAtAsync(web.Client.BaseAddress!, path: Gallery.Path);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Moderation" }).CheckAsync();
        await page.SetInputFilesAsync("#files", Three[0]);
        await page.ExpectProgressAsync("1 of 1 done");
        await Assertions.Expect(page.Tiles()).ToContainTextAsync("May not be safe");
        await Assertions.Expect(page.Tiles().Locator("img")).ToHaveCSSAsync("filter", "blur(18px)");
        await page.Tiles().ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).ToHaveCSSAsync("filter", "blur(40px)");
    }
}
