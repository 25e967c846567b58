using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vision.Admission;
using Vision.Captions;
using Vision.Classifiers;
using Vision.Colors;
using Vision.Decoding;
using Vision.Embeddings;
using Vision.Faces;
using Vision.Labels;
using Vision.Models;
using Vision.Moderation;
using Vision.Objects;
using Vision.Telemetry;
using Vision.Text;

namespace Vision;

/// <summary>Puts the engine into a process.</summary>
public static class VisionServiceCollectionExtensions
{
    /// <summary>Name of the health check over the models; it belongs to readiness and start-up.</summary>
    public const string ModelsHealthCheck = "models";

    /// <summary>Name of the health check over the engine's queue; it belongs to readiness.</summary>
    public const string QueueHealthCheck = "queue";

    /// <summary>
    /// Adds the engine as <see cref="IImageAnalyzer"/>, <see cref="IModelCatalog"/> and <see cref="IModelAdministration"/>. The models load when the host starts.
    /// </summary>
    /// <param name="services">The services of the process.</param>
    /// <param name="startupTag">The tag of health checks that hold up the start-up probe.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddVision(this IServiceCollection services, string startupTag)
    {
        services.AddMetrics();
        services.AddOptions<AdmissionOptions>()
            .BindConfiguration(AdmissionOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();

        services.AddSingleton<VisionTelemetry>();
        services.AddSingleton<AdmissionQueues>();
        services.AddSingleton(EngineQueue);
        services.AddSingleton(static _ => ImageDecoders.Best());
        services.AddSingleton<FeatureSet>();
        services.AddSingleton<IImageFeature, LabelsFeature>();
        services.AddSingleton<IImageFeature, EmbeddingFeature>();
        services.AddObjects().AddFaces().AddModeration().AddText().AddColors().AddCaptions();
        services.AddSingleton<IImageAnalyzer, AnalysisEngine>();
        services.AddClassifierTraining();

        services.AddModels();
        services.AddHealthChecks()
            .AddCheck<ModelsHealthCheck>(ModelsHealthCheck, tags: [startupTag])
            .AddCheck<QueueHealthCheck>(QueueHealthCheck);
        return services;
    }

    private static AdmissionQueue EngineQueue(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<AdmissionOptions>>().Value;
        return provider.GetRequiredService<AdmissionQueues>().Add("engine", options.Capacity, options.Workers);
    }
}
