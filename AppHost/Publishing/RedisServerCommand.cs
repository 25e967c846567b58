namespace AppHost.Publishing;

/// <summary>
/// How Redis is started where it is deployed. Besides snapshots it keeps a log of every write, so that a killed server loses two
/// seconds at most. When its memory is full it refuses writes rather than forget jobs. Without a password it does not start.
/// </summary>
internal static class RedisServerCommand
{
    /// <summary>The user <c>redis</c> of the image.</summary>
    public const long User = 999;

    /// <param name="password">How the shell of the container reads the password.</param>
    /// <param name="maximumMemory">Some room below the limit of the container, for the copy that a snapshot is written from.</param>
    public static string Create(string password, string maximumMemory) =>
        $"exec redis-server --requirepass \"{password}\" --save 60 1 --appendonly yes --appendfsync everysec"
        + $" --maxmemory {maximumMemory} --maxmemory-policy noeviction";
}
