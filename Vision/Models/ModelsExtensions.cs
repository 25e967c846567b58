using Microsoft.Extensions.DependencyInjection;
using Vision.Admission;
using Vision.Models.Golden;
using Vision.Models.Shadow;
using Vision.Models.Versions;

namespace Vision.Models;

internal static class ModelsExtensions
{
    public static void AddModels(this IServiceCollection services)
    {
        services.AddOptions<ModelsOptions>()
            .BindConfiguration(ModelsOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<GoldenImages>();
        services.AddSingleton<VersionLoader>();
        services.AddSingleton<VersionFolders>();
        services.AddSingleton<ModelRepository>();
        services.AddSingleton<IModelCatalog>(static provider => provider.GetRequiredService<ModelRepository>());
        services.AddHostedService(static provider => provider.GetRequiredService<ModelRepository>());
        services.AddHostedService<ModelWatcher>();
        services.AddSingleton(static provider => new ModelChanges(provider.GetRequiredService<ModelRepository>()));
        services.AddSingleton(static provider => new TensorModels(
            provider.GetRequiredService<ModelRepository>(), provider.GetRequiredService<AdmissionQueue>()));
        services.AddOptions<ShadowOptions>()
            .BindConfiguration(ShadowOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ShadowTelemetry>();
        services.AddSingleton<ShadowQueue>();
        services.AddHostedService<ShadowRuns>();
        services.AddSingleton<RepositoryChange>();
        services.AddSingleton<ModelInstaller>();
        services.AddSingleton<ModelLifecycle>();
        services.AddSingleton<IModelAdministration>(static provider => provider.GetRequiredService<ModelLifecycle>());
    }
}
