using System.Diagnostics;
using Contracts;
using Microsoft.AspNetCore.Http;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;
using ServiceDefaults.Health;

namespace ServiceDefaults.Telemetry;

/// <summary>Which requests become spans, and what of their addresses is told.</summary>
internal static class SpanFilters
{
    private const string Metrics = "/metrics";

    public static void Configure(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = static context => !IsNoise(context.Request.Path);
        options.EnrichWithHttpRequest = static (activity, _) => Mask(activity, SpanAttributes.UrlPath);
    }

    public static void Configure(HttpClientTraceInstrumentationOptions options)
    {
        options.FilterHttpRequestMessage = static request => !IsNoise(request.RequestUri?.AbsolutePath ?? string.Empty);
        options.EnrichWithHttpRequestMessage = static (activity, _) => Mask(activity, SpanAttributes.UrlFull);
    }

    // Probes and scrapes come every few seconds and would bury the requests of people.
    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments(HealthEndpoints.Prefix, StringComparison.Ordinal) || path.StartsWithSegments(Metrics, StringComparison.Ordinal);

    private static void Mask(Activity activity, string attribute)
    {
        if (activity.GetTagItem(attribute) is string address)
        {
            activity.SetTag(attribute, UnguessableIds.Mask(address));
        }
    }
}
