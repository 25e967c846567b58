namespace ApiService.Compatibility.Aws;

/// <summary>The header by which AWS JSON services are told what is asked of them; all of it has one path.</summary>
internal static class RekognitionTarget
{
    public const string HeaderName = "X-Amz-Target";

    private const string Service = "RekognitionService.";

    /// <summary>Whether a request is meant for AWS at all; the path alone does not tell.</summary>
    public static bool IsIn(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Headers.ContainsKey(HeaderName);

    /// <summary>The operation that is asked for, or null where it is one of another service.</summary>
    public static string? OperationOf(HttpRequest request)
    {
        var target = request.Headers[HeaderName].ToString();
        return target.StartsWith(Service, StringComparison.Ordinal) ? target[Service.Length..] : null;
    }
}
