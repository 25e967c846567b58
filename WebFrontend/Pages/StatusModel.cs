using Microsoft.AspNetCore.Mvc.RazorPages;
using WebFrontend.Status;

namespace WebFrontend.Pages;

/// <summary>The page Status: the room for each service and each chart, which its script fills.</summary>
internal sealed class StatusModel(IConfiguration configuration) : PageModel
{
    /// <summary>The charts that run with the time.</summary>
    public static IReadOnlyList<(string Name, string Title)> Charts { get; } =
        [("requests", "Requests"), ("latency", "Latency"), ("queue", "Queue")];

    public IEnumerable<string> Services { get; } = MonitoredService.From(configuration).Select(static service => service.Name);
}
