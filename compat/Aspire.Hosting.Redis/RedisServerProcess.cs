using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Where Aspire runs the redis image, we run <c>redis-server</c> as it is installed on the machine.</summary>
internal static class RedisServerProcess
{
    /// <summary>A lone hyphen makes the server read its configuration, password included, from standard input.</summary>
    public static LocalProcessAnnotation CreateAnnotation(RedisResource redis) => new()
    {
        ExecutableNames = ["redis-server"],
        Arguments = ["-"],
        StandardInput = (context, cancellationToken) => ConfigureAsync(redis, context, cancellationToken),
        MissingExecutableMessage =
            $"redis-server is not installed, so '{redis.Name}' does not start and the services keep their data in memory. To have it: apt-get install redis-server",
    };

    private static async ValueTask<string> ConfigureAsync(RedisResource redis, ValueProviderContext context, CancellationToken cancellationToken)
    {
        var port = await redis.PrimaryEndpoint.Property(EndpointProperty.TargetPort).GetValueAsync(context, cancellationToken);
        var password = redis.PasswordParameter is { } parameter ? await parameter.GetValueAsync(cancellationToken) : null;
        return RedisConfiguration.Create(port!, RedisDataFolder.Of(redis, context), password);
    }
}
