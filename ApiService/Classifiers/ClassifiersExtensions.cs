using ApiService.Classifiers.Json;
using ApiService.Classifiers.Multipart;
using ApiService.Jobs;
using Microsoft.AspNetCore.OpenApi;
using Vision.Classifiers;

namespace ApiService.Classifiers;

internal static class ClassifiersExtensions
{
    public static void AddClassifiers(this WebApplicationBuilder builder)
    {
        builder.Services.AddClassifiersOptions();
        builder.Services.AddSingleton<IExamplesReader, JsonExamplesReader>();
        builder.Services.AddSingleton<IExamplesReader, MultipartExamplesReader>();
        builder.Services.AddSingleton<ClassifierRequestReader>();
        builder.Services.AddSingleton<IJobWork, ClassifierTraining>();
        builder.Services.Configure<OpenApiOptions>("v1", static options => options.AddOperationTransformer<ClassifierOperation>());
    }
}
