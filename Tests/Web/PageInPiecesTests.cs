using Aspire.Hosting.Testing;
using Microsoft.Playwright;
using Tests.Fixtures;
using Tests.Hosting;
using Tests.Web.Dashboard;
using Xunit;

namespace Tests.Web;

/// <summary>A slow line cuts pages anywhere; what was painted of the first piece would move when the next one comes.</summary>
public sealed class PageInPiecesTests(DashboardSite dashboard, AppHostFixture appHost, BrowserFixture browsers)
    : IClassFixture<DashboardSite>, IAsyncDisposable
{
    /// <summary>A page that is not painted gets no frames, so that nothing but time tells that the browser holds it back.</summary>
    private const string PaintedOrHeldBack =
        """
        new Promise((done) => {
          new PerformanceObserver(done).observe({ type: "paint", buffered: true });
          setTimeout(done, 500);
        })
        """;

    private readonly PageSession session = new(appHost, browsers);

    public ValueTask DisposeAsync() => session.DisposeAsync();

    [Fact]
    public async Task Receive_the_pages_of_the_dashboard_in_pieces_moves_nothing() =>
        await AssertStillAsync(
            dashboard.Dashboard.LoginAddress,
            "Console</a>",
            ["/", "/consolelogs", "/structuredlogs", "/traces", "/traces/detail/0123456789abcdef0123456789abcdef", "/metrics"]);

    [Fact]
    public async Task Receive_the_pages_of_the_product_in_pieces_moves_nothing() =>
        await AssertStillAsync(
            (await appHost.GetAsync()).GetEndpoint("web"),
            "Batch</a>",
            ["/", "/batch", "/jobs", "/classifiers", "/models", "/similar", "/status"]);

    private async Task AssertStillAsync(Uri login, string cut, string[] paths)
    {
        await using var site = await PiecewiseSite.StartAsync(login, TestContext.Current.CancellationToken);
        var page = await session.OpenAtAsync(site.Address, width: 400);
        site.FirstHalfEnds = cut;
        foreach (var path in paths)
        {
            var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            site.RestMayCome = rest.Task;
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await page.EvaluateAsync(PaintedOrHeldBack);
            rest.SetResult();
            await Eventually.IsTrueAsync(() => page.EvaluateAsync<bool>("document.readyState === 'complete'"));
            Assert.Empty(await LayoutShifts.SinceOpenedAsync(page));
        }
    }
}
