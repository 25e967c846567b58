using Aspire.Dashboard.Resources;

namespace Tests.Web.Dashboard;

/// <summary>The resources of a small shop, in all the states that a page has to tell apart.</summary>
internal static class ShownResources
{
    private static readonly ResourceCommand[] OfRunning =
    [
        new("start", "Start", "Hidden"),
        new("stop", "Stop", "Enabled"),
        new("restart", "Restart", "Enabled"),
    ];

    public static IEnumerable<DashboardResource> All =>
    [
        Running("cache", "Container"),
        Running("shop", "Project") with
        {
            StateStyle = "warning",
            Health = "Unhealthy",
            HealthReports = [new("shop_ready", "Unhealthy", "The stock is not reachable.", null)],
            Relationships = [new("Reference", "cache"), new("Reference", "stock")],
            Environment = [new("GREETING", "hello", IsSecret: false), new("DATABASE_PASSWORD", DashboardSite.Secret, IsSecret: true)],
        },
        new()
        {
            Name = "stock",
            DisplayName = "stock",
            Type = "Executable",
            State = "Exited",
            StateStyle = "error",
            ExitCode = 3,
            Commands = [new("start", "Start", "Enabled"), new("stop", "Stop", "Hidden")],
        },
        Running("price-key", "Parameter") with
        {
            Health = null,
            Commands = [],
            Environment = [new("value", DashboardSite.Secret, IsSecret: true)],
        },
        Running("aspire-dashboard", "Executable") with { IsHidden = true },
    ];

    private static DashboardResource Running(string name, string type) => new()
    {
        Name = name,
        DisplayName = name,
        Type = type,
        State = "Running",
        StateStyle = "success",
        Health = "Healthy",
        Commands = OfRunning,
    };
}
