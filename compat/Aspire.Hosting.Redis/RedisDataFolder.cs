using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Volumes;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Where a server keeps its snapshot and when it writes one.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Save">The value of the directive <c>save</c>; null for a server that writes nothing.</param>
internal sealed record RedisDataFolder(string Path, string? Save)
{
    /// <summary>A server without a volume writes nothing: like a container's own disk, it would be gone with the process.</summary>
    public static RedisDataFolder Of(RedisResource redis, ValueProviderContext context)
    {
        if (!redis.TryGetLastAnnotation<ContainerMountAnnotation>(out var mount))
        {
            return new RedisDataFolder(System.IO.Path.GetTempPath(), Save: null);
        }

        var path = context.ExecutionContext!.Services.GetRequiredService<VolumeFolders>().Open(mount.Source!);
        return redis.TryGetLastAnnotation<PersistenceAnnotation>(out var persistence) && !mount.IsReadOnly
            ? new RedisDataFolder(path, FormattableString.Invariant($"{persistence.Interval.TotalSeconds:0} {persistence.KeysChangedThreshold}"))
            : new RedisDataFolder(path, Save: null);
    }
}
