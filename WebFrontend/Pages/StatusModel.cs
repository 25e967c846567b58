using Microsoft.AspNetCore.Mvc.RazorPages;
using WebFrontend.Status;

namespace WebFrontend.Pages;

/// <summary>The page Status: the room for each service and each chart, which its script fills.</summary>
internal sealed class StatusModel(IConfiguration configuration) : PageModel
{
    /// <summary>The charts that run with the time, and their lines.</summary>
    public static IReadOnlyList<(string Name, string[] Lines)> Charts { get; } =
        [("requests", ["ok", "refused", "failed"]), ("latency", ["p50", "p95", "p99"]), ("queue", ["engine", "text"])];

    /// <summary>Where an analysis may come from.</summary>
    public static IReadOnlyList<string> CacheResults { get; } = ["memory", "redis", "coalesced", "miss"];

    public IEnumerable<string> Services { get; } = MonitoredService.From(configuration).Select(static service => service.Name);
}
