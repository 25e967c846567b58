using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The server as a container, which is how it is deployed; a local run starts a process instead.</summary>
internal static class RedisContainer
{
    private const int Port = 6379;

    private const string Password = "REDIS_PASSWORD";

    /// <summary>In a local run the port is a free one, because the process shares the machine with others.</summary>
    public static int? TargetPort(DistributedApplicationExecutionContext executionContext) => executionContext.IsPublishMode ? Port : null;

    public static IResourceBuilder<RedisResource> WithContainer(this IResourceBuilder<RedisResource> builder)
    {
        builder.WithAnnotation(new ContainerImageAnnotation { Registry = "docker.io", Image = "library/redis", Tag = "8.6" });
        if (!builder.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            return builder;
        }

        builder.Resource.Entrypoint = "/bin/sh";
        return builder
            .WithEnvironment(context => AddPassword(context.EnvironmentVariables, builder.Resource))
            .WithArgs(context =>
            {
                context.Args.Add("-c");
                context.Args.Add(Command(builder.Resource));
            });
    }

    private static void AddPassword(Dictionary<string, object> variables, RedisResource redis)
    {
        if (redis.PasswordParameter is { } password)
        {
            variables[Password] = password;
        }
    }

    private static string Command(RedisResource redis)
    {
        var password = redis.PasswordParameter is null ? string.Empty : $" --requirepass ${Password}";
        return redis.TryGetLastAnnotation<PersistenceAnnotation>(out var persistence)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"redis-server{password} --save {persistence.Interval.TotalSeconds:0} {persistence.KeysChangedThreshold}")
            : $"redis-server{password}";
    }
}
