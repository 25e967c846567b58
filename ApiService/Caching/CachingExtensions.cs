using Microsoft.Extensions.Caching.Memory;

namespace ApiService.Caching;

internal static class CachingExtensions
{
    /// <summary>An analysis of a page full of text, with its embedding, stays far below this.</summary>
    private const long LargestAnalysisBytes = 4 * 1024 * 1024;

    public static void AddCaching(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<CachingOptions>()
            .BindConfiguration(CachingOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IMemoryCache, RecentlyUsedCache>();
        services.AddHybridCache(static options => options.MaximumPayloadBytes = LargestAnalysisBytes)
            .AddSerializer<CachedAnalysis, CachedAnalysisSerializer>();
        services.AddSingleton<LiveModels>();
        services.AddSingleton<CallerPatience>();
        services.AddSingleton<AnalysisCache>();
        services.AddOutputCache();
    }
}
