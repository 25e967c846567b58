using ServiceDefaults.Telemetry;

namespace ApiService.Compatibility.Aws;

/// <summary>What all replies of AWS JSON services have in common.</summary>
internal static class AwsReply
{
    public const string ContentType = "application/x-amz-json-1.1";

    /// <summary>Gives the request the id under which its caller can ask about it: the one of its trace.</summary>
    public static void Begin(HttpContext context) => context.Response.Headers["x-amzn-RequestId"] = TraceId.Of(context);
}
