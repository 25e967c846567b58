using Microsoft.Net.Http.Headers;

namespace ApiService.Caching;

internal static class CacheUses
{
    /// <summary>Reads <c>Cache-Control</c>; one that makes no sense says nothing.</summary>
    public static CacheUse Of(HttpRequest request) =>
        CacheControlHeaderValue.TryParse(request.Headers.CacheControl.ToString(), out var header) switch
        {
            true when header!.NoStore => CacheUse.None,
            true when header!.NoCache => CacheUse.Refresh,
            _ => CacheUse.Full,
        };
}
