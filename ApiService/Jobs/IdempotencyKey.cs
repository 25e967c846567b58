using ApiService.Callers;
using ApiService.Ingest;
using Contracts;
using Vision;

namespace ApiService.Jobs;

/// <summary>The caller's own name for a request, by which the same request sent twice makes one job.</summary>
internal static class IdempotencyKey
{
    private const int LongestLength = 128;

    /// <summary>Reads the key and makes it unique over all callers; null if there is none.</summary>
    /// <exception cref="ProblemException"><c>invalid_request</c>: not 1 to 128 visible ASCII characters.</exception>
    public static string? Of(HttpContext context)
    {
        var header = context.Request.Headers[RequestHeaders.IdempotencyKey];
        if (header.Count == 0)
        {
            return null;
        }

        return header is [{ Length: >= 1 and <= LongestLength } key] && key.All(static character => character is > ' ' and <= '~')
            ? ImageDigest.Of(System.Text.Encoding.UTF8.GetBytes($"{context.GetCaller().Id}\n{key}"))
            : throw InvalidRequest.Of(RequestHeaders.IdempotencyKey, $"1 to {LongestLength} visible ASCII characters are expected.");
    }
}
