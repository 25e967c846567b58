using System.Collections.Concurrent;
using System.Text;
using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>
/// One visit to the page in a context of its own. Its owner is the test's class, because only after the test is known whether
/// it failed; then the screen and the console are kept with the results.
/// </summary>
internal sealed class PageSession(AppHostFixture appHost, BrowserFixture browsers) : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> console = [];
    private IPage? page;

    /// <summary>Whether the browser has a camera that a page may ask for.</summary>
    public bool HasCamera { get; init; }

    /// <summary>What the browser's console says, without the lines for replies that the page itself explains.</summary>
    public IEnumerable<string> Complaints =>
        console.Where(line => !line.Contains("Failed to load resource", StringComparison.Ordinal));

    /// <summary>Opens a page of the whole system.</summary>
    public async Task<IPage> OpenAsync(
        int width = 1400, ColorScheme scheme = ColorScheme.Light, string path = "/", string language = "en", params string[] permissions) =>
        await OpenAtAsync((await appHost.GetAsync()).GetEndpoint("web"), width, scheme, path, language, permissions);

    /// <summary>Opens a page of any server.</summary>
    public async Task<IPage> OpenAtAsync(
        Uri address,
        int width = 1400,
        ColorScheme scheme = ColorScheme.Light,
        string path = "/",
        string language = "en",
        params string[] permissions)
    {
        var browser = await (HasCamera ? browsers.GetWithCameraAsync() : browsers.GetAsync());
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = language,
            Permissions = permissions,
        });
        page = await context.NewPageAsync();
        page.Console += (_, message) => console.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => console.Enqueue($"page error: {error}");
        await page.GotoAsync(path);

        // Until it has drawn something, the browser drops what the keyboard and the mouse do; two frames later it takes them.
        // WaitForFunctionAsync would evaluate the text in the page again and again, which its policy forbids from the second time on.
        await Eventually.IsTrueAsync(() => page.EvaluateAsync<bool>(
            """
            new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() =>
              drawn(performance.getEntriesByName('first-contentful-paint').length > 0))))
            """));
        return page;
    }

    /// <summary>Drops a file on the page, as a person does with the mouse.</summary>
    public async Task DropAsync(string name, string type, string content)
    {
        var transfer = await page!.EvaluateHandleAsync(
            """
            ([name, type, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([content], name, { type }));
              return transfer;
            }
            """,
            new[] { name, type, content });
        await page.DispatchEventAsync("#stage", "drop", new { dataTransfer = transfer });
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
            {
                var screen = await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true });
                TestContext.Current.AddAttachment("screen.png", screen, "image/png");
                TestContext.Current.AddAttachment("console.log", Encoding.UTF8.GetBytes(string.Join('\n', console)), "text/plain");
            }

            await page.Context.DisposeAsync();
        }
    }
}
