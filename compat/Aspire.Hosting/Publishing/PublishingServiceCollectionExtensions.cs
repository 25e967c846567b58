using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Publishing;

internal static class PublishingServiceCollectionExtensions
{
    /// <summary>Takes the place of the orchestration: nothing is started.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services) => services.AddHostedService<PipelineRunner>();
}
