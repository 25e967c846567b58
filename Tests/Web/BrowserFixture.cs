using Microsoft.Playwright;
using Tests.Web;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Tests.Web;

/// <summary>Debian's Chromium, started once for all tests that need it, and only if one does.</summary>
/// <remarks>Most tests use the build of the same browser that draws on no screen: it takes half the time, but has no camera.</remarks>
public sealed class BrowserFixture : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string ScreenlessChromium = "/usr/bin/chromium-headless-shell";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Without these it looks for servers of its maker at every start.</summary>
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // A camera with a moving test picture, for those who are permitted to use it.
        "--use-fake-device-for-media-stream",
    ];

    private readonly Lazy<Task<IPlaywright>> driver;
    private readonly Lazy<Task<IBrowser>> screenless;
    private readonly Lazy<Task<IBrowser>> complete;

    public BrowserFixture()
    {
        // All eight features of a photo take a loaded machine longer than the usual five seconds.
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        driver = new Lazy<Task<IPlaywright>>(Playwright.CreateAsync);
        screenless = new Lazy<Task<IBrowser>>(() => StartAsync(ScreenlessChromium));
        complete = new Lazy<Task<IBrowser>>(() => StartAsync(Chromium));
    }

    public Task<IBrowser> GetAsync() => screenless.Value;

    public Task<IBrowser> GetWithCameraAsync() => complete.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in new[] { screenless, complete }.Where(static browser => browser.IsValueCreated))
        {
            await (await browser.Value).DisposeAsync();
        }

        if (driver.IsValueCreated)
        {
            (await driver.Value).Dispose();
        }
    }

    private async Task<IBrowser> StartAsync(string path) =>
        await (await driver.Value).Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Quiet });
}
