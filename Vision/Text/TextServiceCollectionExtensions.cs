using Microsoft.Extensions.DependencyInjection;

namespace Vision.Text;

/// <summary>Puts the reading of text into the engine.</summary>
internal static class TextServiceCollectionExtensions
{
    public static IServiceCollection AddText(this IServiceCollection services)
    {
        services.AddOptions<TextOptions>()
            .BindConfiguration(TextOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TextModels>();
        services.AddSingleton(provider => provider.GetRequiredService<TextModels>().Detector);
        services.AddSingleton(provider => provider.GetRequiredService<TextModels>().Recognizer);
        services.AddSingleton<TextWorkers>();
        services.AddSingleton<TextDetector>();
        services.AddSingleton<LineReader>();
        services.AddSingleton<IAwaitedFeature, TextFeature>();
        return services;
    }
}
