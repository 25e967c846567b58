using AppHost.Publishing;
using Aspire.Hosting.Docker;
using Aspire.Hosting.Docker.Resources.ComposeNodes;
using Aspire.Hosting.Docker.Resources.ServiceNodes;

namespace AppHost.Compose;

internal static class ComposeExtensions
{
    private const string Models = "models";

    /// <summary>Longer than <c>Drain__Delay</c> and <c>Drain__Limit</c> together, so that no request is cut off.</summary>
    private const string GracePeriod = "40s";

    /// <summary>Takes from a container what it does not need, and starts it again when it ends. Without Docker Compose this does nothing.</summary>
    public static IResourceBuilder<T> InCompose<T>(this IResourceBuilder<T> builder, Action<Service>? describe = null)
        where T : IComputeResource =>
        builder.ApplicationBuilder.IsPublishedTo(DeploymentTarget.Compose)
            ? builder.PublishAsDockerComposeService((_, service) =>
            {
                service.Restart = "unless-stopped";
                Harden(service);
                describe?.Invoke(service);
            })
            : builder;

    /// <summary>The server as its own user, who owns the data; Compose reads a dollar sign as two.</summary>
    public static void AsRedis(Service cache)
    {
        cache.User = $"{RedisServerCommand.User}";
        cache.Command[^1] = RedisServerCommand.Create("$${REDIS_PASSWORD:?Set CACHE_PASSWORD in .env}", "${CACHE_MAXIMUM_MEMORY:-768mb}");
    }

    /// <summary>Gives the engine the models: an image brings them into a volume, and ends.</summary>
    public static void WithModels(Service engine)
    {
        engine.Volumes.Add($"{Models}:{ModelFolder.InVolume}");
        engine.DependsOn[Models] = new ServiceDependency { Condition = "service_completed_successfully" };
    }

    /// <summary>Adds what brings the models, and the volume.</summary>
    public static void AddModelsToCompose(this IDistributedApplicationBuilder builder)
    {
        if (!builder.IsPublishedTo(DeploymentTarget.Compose))
        {
            return;
        }

        var compose = builder.CreateResourceBuilder<DockerComposeEnvironmentResource>("compose");
        compose.ConfigureComposeFile(static file =>
        {
            var models = new Service { Image = "${MODELS_IMAGE:-vision-models:latest}", Volumes = { $"{Models}:{ModelFolder.InVolume}" }, NetworkMode = "none" };
            Harden(models);
            file.Services.Add(Models, models);
            file.Volumes.Add(Models, new Volume { Driver = "local" });
        });
    }

    private static void Harden(Service service)
    {
        service.ReadOnly = true;
        service.Tmpfs.Add("/tmp");
        service.CapDrop.Add("ALL");
        service.SecurityOpt.Add("no-new-privileges:true");
        service.StopGracePeriod = GracePeriod;
    }
}
