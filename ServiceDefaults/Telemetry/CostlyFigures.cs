using System.Diagnostics.Metrics;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Figures of the web server and the client that are not taken. A request brings some of them up dozens of times (the memory pool
/// for each four kilobytes of a body), and all of them together took a twentieth of the time of an image; docs/performance.md.
/// </summary>
internal static class CostlyFigures
{
    private static readonly string[] Prefixes =
    [
        "aspnetcore.memory_pool.",
        "aspnetcore.rate_limiting.",
        "aspnetcore.routing.",
        "http.client.active_requests",
        "http.client.open_connections",
        "http.client.request.time_in_queue",
        "kestrel.queued_",
    ];

    public static bool AreAmong(Instrument instrument) =>
        Array.Exists(Prefixes, prefix => instrument.Name.StartsWith(prefix, StringComparison.Ordinal));
}
