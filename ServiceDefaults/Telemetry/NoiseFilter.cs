using Microsoft.AspNetCore.Http;
using ServiceDefaults.Health;

namespace ServiceDefaults.Telemetry;

/// <summary>Probes and scrapes come every few seconds and would bury the requests of people, in traces and in logs.</summary>
internal static class NoiseFilter
{
    private const string Metrics = "/metrics";

    public static bool IsNoise(PathString path) =>
        path.StartsWithSegments(HealthEndpoints.Prefix, StringComparison.Ordinal) || path.StartsWithSegments(Metrics, StringComparison.Ordinal);
}
