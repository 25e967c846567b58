using System.Diagnostics;
using Contracts;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Instrumentation.Http;

namespace ServiceDefaults.Telemetry;

/// <summary>Which requests become spans, and what of their addresses is told.</summary>
internal static class SpanFilters
{
    public static void Configure(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = static context => !NoiseFilter.IsNoise(context.Request.Path);
        options.EnrichWithHttpRequest = static (activity, _) => Mask(activity, SpanAttributes.UrlPath);
    }

    public static void Configure(HttpClientTraceInstrumentationOptions options)
    {
        options.FilterHttpRequestMessage = static request => !NoiseFilter.IsNoise(request.RequestUri?.AbsolutePath ?? string.Empty);
        options.EnrichWithHttpRequestMessage = static (activity, _) => Mask(activity, SpanAttributes.UrlFull);
    }

    private static void Mask(Activity activity, string attribute)
    {
        if (activity.GetTagItem(attribute) is string address)
        {
            activity.SetTag(attribute, UnguessableIds.Mask(address));
        }
    }
}
