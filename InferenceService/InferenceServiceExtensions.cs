using InferenceService.Analyze;
using InferenceService.Classifiers;
using InferenceService.Models;
using InferenceService.OpenInference;
using ServiceDefaults;
using ServiceDefaults.Health;
using Vision;

namespace InferenceService;

/// <summary>The rooms of this service.</summary>
internal static class InferenceServiceExtensions
{
    public static void AddInference(this WebApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        builder.Services.AddVision(HealthTags.Startup);
        builder.AddAnalyze();
        builder.AddModels();
        builder.AddOpenInference();
    }

    public static void MapInference(this WebApplication app)
    {
        app.MapDefaultEndpoints();
        app.MapAnalyze();
        app.MapModels();
        app.MapClassifiers();
        app.MapOpenInference();
    }
}
