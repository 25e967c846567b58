using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Hosting;
using Xunit;

namespace Tests.Web;

/// <summary>One visit to the page in a context of its own. A failed test leaves a screenshot and the console behind.</summary>
internal sealed class PageSession : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> console = [];

    private PageSession(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) => console.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => console.Add($"page error: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the browser's console says, without the lines for replies that the page itself explains.</summary>
    public IEnumerable<string> Complaints =>
        console.Where(line => !line.Contains("Failed to load resource", StringComparison.Ordinal));

    public static async Task<PageSession> OpenAsync(
        AppHostFixture appHost, BrowserFixture browsers, int width = 1400, ColorScheme scheme = ColorScheme.Light)
    {
        var address = (await appHost.GetAsync()).GetEndpoint("web");
        var browser = await browsers.GetAsync();
        var visit = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        var session = new PageSession(visit, await visit.NewPageAsync());
        await session.Page.GotoAsync("/");
        return session;
    }

    /// <summary>Drops a file on the page, as a person does with the mouse.</summary>
    public async Task DropAsync(string name, string type, string content)
    {
        var transfer = await Page.EvaluateHandleAsync(
            """
            ([name, type, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([content], name, { type }));
              return transfer;
            }
            """,
            new[] { name, type, content });
        await Page.DispatchEventAsync("#stage", "drop", new { dataTransfer = transfer });
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failures")).FullName;
            var name = Path.Combine(folder, TestContext.Current.TestMethod!.MethodName);
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{name}.png", FullPage = true });
            await File.WriteAllLinesAsync($"{name}.log", console);
        }

        await context.DisposeAsync();
    }
}
