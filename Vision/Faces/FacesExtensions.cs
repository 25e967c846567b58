using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vision.Faces;

/// <summary>Puts the search for faces into the engine.</summary>
internal static class FacesExtensions
{
    public static IServiceCollection AddFaces(this IServiceCollection services)
    {
        services.AddOptions<FacesOptions>()
            .BindConfiguration(FacesOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider =>
            FacesFeature.Requires(provider.GetRequiredService<IOptions<FacesOptions>>().Value));
        return services.AddSingleton<IImageFeature, FacesFeature>();
    }
}
