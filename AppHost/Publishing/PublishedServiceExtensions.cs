namespace AppHost.Publishing;

/// <summary>What services need wherever they do not run on the developer's machine: replicas share nothing but Redis and the models.</summary>
internal static class PublishedServiceExtensions
{
    /// <summary>A local run has a volume of its own for each clone of the repository; elsewhere the name has to be fit for a pod.</summary>
    public static IResourceBuilder<RedisResource> WithCacheVolume(this IResourceBuilder<RedisResource> cache) =>
        cache.WithDataVolume(IsPublished(cache) ? "cache-data" : null);

    /// <summary>A volume holds the models, except where azd builds an image that has them beside the program.</summary>
    public static IResourceBuilder<ProjectResource> WithModelFolder(this IResourceBuilder<ProjectResource> engine)
    {
        var folder = engine.ApplicationBuilder.IsPublishedTo(DeploymentTarget.Manifest) ? ModelFolder.InImage : ModelFolder.InVolume;
        return IsPublished(engine) ? engine.WithEnvironment("Models__Path", folder) : engine;
    }

    /// <summary>The pieces of an upload may reach different replicas.</summary>
    public static IResourceBuilder<ProjectResource> WithSharedUploads(this IResourceBuilder<ProjectResource> api) =>
        IsPublished(api) ? api.WithEnvironment("Uploads__Store", "Redis") : api;

    private static bool IsPublished<T>(IResourceBuilder<T> builder)
        where T : IResource => builder.ApplicationBuilder.ExecutionContext.IsPublishMode;
}
