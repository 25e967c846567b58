using Microsoft.Extensions.DependencyInjection;

namespace AppHost.Restarts;

internal static class RestartResourceBuilderExtensions
{
    /// <summary>
    /// Starts an instance of the resource again when it ends by itself, after a pause that grows while it keeps ending. In a
    /// cluster the cluster does that, so nothing of it is published.
    /// </summary>
    public static IResourceBuilder<T> WithRestart<T>(this IResourceBuilder<T> builder)
        where T : IResource
    {
        if (!builder.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            return builder;
        }

        builder.ApplicationBuilder.Services.AddHostedService<Restarter>();
        return builder.WithAnnotation<RestartAnnotation>(ResourceAnnotationMutationBehavior.Replace);
    }
}
