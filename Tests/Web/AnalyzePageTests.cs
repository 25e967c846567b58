using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>The page as a person uses it, in a real browser against the whole system.</summary>
public sealed class AnalyzePageTests(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Choose_a_photo_shows_it_before_the_answer_and_then_its_labels()
    {
        var page = await session.OpenAsync();
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
        await Assertions.Expect(page.Locator("#panel-image")).ToContainTextAsync("451 × 300");
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");
        await page.GetByRole(AriaRole.Tab, new() { Name = "File" }).ClickAsync();
        await Assertions.Expect(page.Locator("#panel-image")).ToContainTextAsync("sha256:");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Drop_a_text_file_tells_the_problem_in_words()
    {
        var page = await session.OpenAsync();
        await session.DropAsync("notes.txt", "text/plain", "just some notes");
        var problem = page.Locator("#problem");
        await Assertions.Expect(problem).ToContainTextAsync("Invalid image format");
        await Assertions.Expect(problem).ToContainTextAsync("not a JPEG, PNG, WebP or GIF");
        await Assertions.Expect(problem).ToContainTextAsync("invalid_image");
        await Assertions.Expect(problem).ToContainTextAsync("trace");
        await Assertions.Expect(problem.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/problems/invalid_image");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Paste_a_picture_analyses_it()
    {
        var page = await session.OpenAsync();
        await page.EvaluateAsync(
            """
            async (base64) => {
              const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], "image.jpg", { type: "image/jpeg" }));
              dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
            }
            """,
            Convert.ToBase64String(Photo.Bytes("coffee.jpg")));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
    }

    [Fact]
    public async Task Choose_another_model_analyses_again_with_it()
    {
        var page = await session.OpenAsync();
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
        var page = await session.OpenAsync();
        var wasSent = false;
        page.Request += (_, request) => wasSent |= request.Url.Contains("/api/analyze", StringComparison.Ordinal);

        // A path and not the bytes: those would have to go through the pipe to the browser.
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jpg");
        await using var huge = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, 0, FileOptions.DeleteOnClose);
        huge.SetLength((20 * 1024 * 1024) + 1);
        await page.SetInputFilesAsync("#file", file);
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("Image too large");
        Assert.False(wasSent);
    }

    [Fact]
    public async Task Lose_the_connection_tells_it_in_words()
    {
        var page = await session.OpenAsync();
        await page.RouteAsync("**/api/analyze*", static route => route.AbortAsync());
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("The server cannot be reached");
    }

    [Fact]
    public async Task Cancel_ends_an_upload_that_hangs()
    {
        var page = await session.OpenAsync();
        await page.RouteAsync("**/api/analyze*", static _ => Task.CompletedTask);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Cancelled");
    }

    [Fact]
    public async Task Choose_another_photo_shows_its_labels_alone()
    {
        var page = await session.OpenAsync();
        var firstWasAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/analyze*", route => firstWasAsked.TrySetResult() ? Task.CompletedTask : route.ContinueAsync());
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await firstWasAsked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
        await Assertions.Expect(page.Locator("#status")).ToContainTextAsync("Done");
    }

    [Fact]
    public async Task Choose_photos_before_the_models_are_known_sends_them_once_those_are()
    {
        var page = await session.OpenAsync();
        await page.RouteAsync(new Regex("/$", RegexOptions.None, Patience), static async route =>
        {
            // As the server makes the page while the API is away.
            var made = await route.FetchAsync();
            var html = Regex.Replace(await made.TextAsync(), "<option value=\"efficientnet.*?</option>", "", RegexOptions.None, Patience);
            await route.FulfillAsync(new() { Response = made, Body = html });
        });
        var modelsMayCome = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/models", async route =>
        {
            await modelsMayCome.Task;
            await route.ContinueAsync();
        });
        var sent = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/api/analyze", StringComparison.Ordinal))
            {
                sent.Add(request.Url);
            }
        };
        await page.ReloadAsync();
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "coffee.jpg"));
        await Assertions.Expect(page.Locator("#preview")).ToHaveAttributeAsync("alt", "coffee.jpg");
        Assert.Empty(sent);
        modelsMayCome.SetResult();
        await Assertions.Expect(page.Locator("#labels li").First).ToContainTextAsync("espresso");
        Assert.Equal(2, sent.Count);
        Assert.All(sent, static address => Assert.Contains("model=efficientnet-lite2", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_an_answer_that_is_no_json_tells_it_in_words()
    {
        var page = await session.OpenAsync();
        await page.RouteAsync("**/api/analyze*", static route => route.FulfillAsync(new() { Body = "<h1>Please log in</h1>" }));
        await page.SetInputFilesAsync("#file", Path.Combine(Photo.Folder, "cat.jpg"));
        await Assertions.Expect(page.Locator("#problem")).ToContainTextAsync("answered in an unknown way");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeHiddenAsync();
    }
}
