using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vision.Classifiers;

/// <summary>Puts the training of classifiers into a process.</summary>
public static class ClassifiersExtensions
{
    /// <summary>Adds the settings, which whoever takes in examples needs too.</summary>
    /// <param name="services">The services of the process.</param>
    public static void AddClassifiersOptions(this IServiceCollection services) => services.AddOptions<ClassifiersOptions>()
        .BindConfiguration(ClassifiersOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>Adds the training in this process as <see cref="IClassifierTrainer"/>.</summary>
    internal static void AddClassifierTraining(this IServiceCollection services)
    {
        services.AddClassifiersOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ClassifierVersions>();
        services.AddSingleton<TrainingTelemetry>();
        services.AddSingleton<IClassifierTrainer, ClassifierTrainer>();
    }
}
