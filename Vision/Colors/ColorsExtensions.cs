using Microsoft.Extensions.DependencyInjection;

namespace Vision.Colors;

/// <summary>Puts the dominant colours into the engine.</summary>
internal static class ColorsExtensions
{
    public static IServiceCollection AddColors(this IServiceCollection services)
    {
        services.AddOptions<ColorsOptions>()
            .BindConfiguration(ColorsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<IImageFeature, ColorsFeature>();
    }
}
