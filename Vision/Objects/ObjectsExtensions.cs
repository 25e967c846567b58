using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vision.Objects;

/// <summary>Puts the search for objects into the engine.</summary>
internal static class ObjectsExtensions
{
    public static IServiceCollection AddObjects(this IServiceCollection services)
    {
        services.AddOptions<ObjectsOptions>()
            .BindConfiguration(ObjectsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider =>
            ObjectsFeature.Requires(provider.GetRequiredService<IOptions<ObjectsOptions>>().Value));
        return services.AddSingleton<IImageFeature, ObjectsFeature>();
    }
}
