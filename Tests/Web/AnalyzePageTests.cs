using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page as a person uses it, in a real browser against the whole system.</summary>
public sealed class AnalyzePageTests(AppHostFixture appHost, BrowserFixture browsers)
{
    [Fact]
    public async Task Choose_a_photo_shows_it_before_the_answer_and_then_its_labels()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        var page = session.Page;
        var answerMayCome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/analyze*", async route =>
        {
            await answerMayCome.Task;
            await route.ContinueAsync();
        });

        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(0);

        answerMayCome.SetResult();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#concept-list")).ToContainTextAsync("domestic cat");
        await Assertions.Expect(page.Locator("#facts")).ToContainTextAsync("451 × 300");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done");
        await page.Locator("#more summary").ClickAsync();
        await Assertions.Expect(page.Locator("#technical")).ToContainTextAsync("sha256:");
        await Assertions.Expect(page.Locator("#technical")).ToContainTextAsync("decode");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Drop_a_text_file_tells_the_problem_in_words()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.DropAsync("notes.txt", "text/plain", "just some notes");
        var problem = session.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(problem).ToContainTextAsync("Invalid image format");
        await Assertions.Expect(problem).ToContainTextAsync("not a JPEG, PNG, WebP or GIF");
        await Assertions.Expect(problem).ToContainTextAsync("invalid_image");
        await Assertions.Expect(problem).ToContainTextAsync("trace");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Paste_a_picture_analyses_it()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.EvaluateAsync(
            """
            async (base64) => {
              const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], "image.jpg", { type: "image/jpeg" }));
              dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
            }
            """,
            Convert.ToBase64String(Photo.Bytes("coffee.jpg")));
        await Assertions.Expect(session.Page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Choose_another_model_analyses_again_with_it()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        var page = session.Page;
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("Egyptian cat");
        await page.SelectOptionAsync("#model", "efficientnet-lite0");
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("tiger cat");
        await page.SelectOptionAsync("#top", "10");
        await Assertions.Expect(page.Locator("#labels li")).ToHaveCountAsync(10);
    }

    [Fact]
    public async Task Choose_a_file_over_the_limit_is_refused_before_it_is_sent()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        var wasSent = false;
        session.Page.Request += (_, request) => wasSent |= request.Url.Contains("/api/analyze", StringComparison.Ordinal);
        await session.Page.SetInputFilesAsync(
            "#file", new FilePayload { Name = "huge.jpg", MimeType = "image/jpeg", Buffer = new byte[(20 * 1024 * 1024) + 1] });
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Image too large");
        Assert.False(wasSent);
    }

    [Fact]
    public async Task Lose_the_connection_tells_it_in_words()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.RouteAsync("**/api/analyze*", static route => route.AbortAsync());
        await session.Page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server cannot be reached");
    }

    [Fact]
    public async Task Cancel_ends_an_upload_that_hangs()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.RouteAsync("**/api/analyze*", static _ => Task.CompletedTask);
        await session.Page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Cancelled");
    }

    [Fact]
    public async Task Photograph_without_a_camera_says_so_and_goes_on()
    {
        await using var session = await PageSession.OpenAsync(appHost, browsers);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Photograph" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("No camera");
    }
}
