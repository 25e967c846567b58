using ApiService.Redis;

namespace ApiService.Similar;

internal static class SimilarExtensions
{
    public static void AddSimilar(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SimilarOptions>().BindConfiguration(SimilarOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LocalSimilarImages>();
        if (builder.HasRedis())
        {
            services.AddSingleton<ISimilarImages, SharedSimilarImages>();
        }
        else
        {
            services.AddSingleton<ISimilarImages>(static provider => provider.GetRequiredService<LocalSimilarImages>());
        }
    }
}
