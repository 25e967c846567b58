using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vision.Moderation;

/// <summary>Puts moderation into the engine.</summary>
internal static class ModerationExtensions
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptions<ModerationOptions>()
            .BindConfiguration(ModerationOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider =>
            ModerationFeature.Requires(provider.GetRequiredService<IOptions<ModerationOptions>>().Value));
        return services.AddSingleton<IImageFeature, ModerationFeature>();
    }
}
