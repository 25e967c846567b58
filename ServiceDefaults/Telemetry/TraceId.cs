using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ServiceDefaults.Telemetry;

/// <summary>The name under which everything that a request has caused is found, in all services.</summary>
public static class TraceId
{
    /// <summary>The header that tells it to the caller, on every reply.</summary>
    public const string HeaderName = "X-Trace-Id";

    /// <summary>The trace of a request, whichever of its activities is the current one.</summary>
    public static string Of(HttpContext context) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity.TraceId.ToHexString() ?? context.TraceIdentifier;
}
