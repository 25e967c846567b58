using Microsoft.Playwright;
using Tests.Web;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Tests.Web;

/// <summary>Debian's Chromium, started once for all tests that need it, and only if one does.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Without these it looks for servers of its maker at every start.</summary>
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",

        // A camera with a moving test picture, for those who are permitted to use it.
        "--use-fake-device-for-media-stream",
    ];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> browser = new(StartAsync);

    public async Task<IBrowser> GetAsync() => (await browser.Value).Browser;

    public async ValueTask DisposeAsync()
    {
        if (browser.IsValueCreated)
        {
            var (driver, running) = await browser.Value;
            await running.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        // All eight features of a photo take a loaded machine longer than the usual five seconds.
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet }));
    }
}
