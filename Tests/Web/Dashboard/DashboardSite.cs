using Tests.Fixtures;
using Xunit;

namespace Tests.Web.Dashboard;

/// <summary>A dashboard of a class of tests, with resources that are always the same; telemetry is sent by the tests.</summary>
public sealed class DashboardSite : IAsyncLifetime
{
    public const string Secret = "told-only-when-asked-for";

    /// <summary>A text that no page may take for markup.</summary>
    public const string Hostile = "<img src=x onerror=\"document.title='broken in'\">";

    private RunningDashboard? dashboard;

    internal RunningDashboard Dashboard => dashboard!;

    /// <summary>A page's address after the login, so that one step opens it.</summary>
    public static string Opened(string path) => $"/login?t={RunningDashboard.Token}&returnUrl={Uri.EscapeDataString(path)}";

    public async ValueTask InitializeAsync()
    {
        dashboard = await RunningDashboard.StartAsync(TestContext.Current.CancellationToken);
        dashboard.Show(ShownResources.All);
    }

    public ValueTask DisposeAsync() => Dashboard.DisposeAsync();
}
