using Microsoft.AspNetCore.OutputCaching;

namespace ApiService.Caching;

internal static class OutputCaching
{
    private static readonly TimeSpan Expiration = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Keeps replies for each query and each state of the catalogue apart, so that a promotion leaves none of another version
    /// behind. The query counts to the letter: the cache's own reading of it takes names for the same in any case, which the
    /// options are not.
    /// </summary>
    public static OutputCachePolicyBuilder VaryByLiveModels(this OutputCachePolicyBuilder policy) => policy
        .Expire(Expiration)
        .SetVaryByQuery([])
        .VaryByValue(static async (context, cancellationToken) =>
        {
            var tag = await context.RequestServices.GetRequiredService<LiveModels>().TagAsync(cancellationToken);
            return KeyValuePair.Create("asked", $"{tag}{context.Request.QueryString.Value}");
        });
}
