using System.Text.Json;
using Tests.Fixtures;

namespace Tests.Monitoring;

/// <summary>The queries of the shipped dashboards.</summary>
internal static class GrafanaPanels
{
    /// <summary>Every query with the panel that it belongs to, for all instances and a range that is good for a test.</summary>
    public static IEnumerable<(string Panel, string Query)> All() =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "deploy/monitoring/grafana"), "*.json")
        let dashboard = JsonElement.Parse(File.ReadAllText(file))
        from panel in dashboard.GetProperty("panels").EnumerateArray()
        from target in panel.GetProperty("targets").EnumerateArray()
        select (
            $"{dashboard.GetProperty("title")} / {panel.GetProperty("title")}",
            target.GetProperty("expr").GetString()!
                .Replace("$__rate_interval", "30s", StringComparison.Ordinal)
                .Replace("$instance", ".*", StringComparison.Ordinal));
}
