using ApiService.Inference;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace ApiService.Caching;

internal static class OutputCaching
{
    private static readonly TimeSpan Expiration = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Keeps replies for each query and each live version apart, so that a promotion leaves none of another version behind. The
    /// query counts to the letter: the cache's own reading of it takes names for the same in any case, which the options are not.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <param name="modelOf">Which model a request names; null for the default.</param>
    public static OutputCachePolicyBuilder VaryByLiveModel(
        this OutputCachePolicyBuilder policy, Func<HttpContext, string?> modelOf) => policy
        .Expire(Expiration)
        .SetVaryByQuery([])
        .VaryByValue(static context => KeyValuePair.Create("query", context.Request.QueryString.Value ?? string.Empty))
        .VaryByValue((context, cancellationToken) => VersionAsync(context, modelOf(context), cancellationToken));

    private static async ValueTask<KeyValuePair<string, string>> VersionAsync(
        HttpContext context, string? model, CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        model ??= services.GetRequiredService<IOptions<InferenceOptions>>().Value.DefaultModel;
        var found = await services.GetRequiredService<LiveModels>().ResolveAsync(model, FeatureModels.Everything, cancellationToken);
        return KeyValuePair.Create(nameof(model), found?.ToString() ?? string.Empty);
    }
}
