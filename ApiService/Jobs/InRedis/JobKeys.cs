using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>The keys of jobs. They share a hash tag, so that one script may use several of them in a cluster too.</summary>
internal static class JobKeys
{
    /// <summary>The name of the consumer group that all replicas belong to.</summary>
    public const string Group = "workers";

    private const string Prefix = "vision:{jobs}:";

    /// <summary>Number: the bytes of all images and sets of examples that are kept.</summary>
    public static readonly RedisKey Bytes = Prefix + "bytes";

    /// <summary>List: the ids of jobs that were given up, the latest first.</summary>
    public static readonly RedisKey GivenUp = Prefix + "given-up";

    /// <summary>Channel: the id of a job that was added.</summary>
    public static readonly RedisChannel Added = RedisChannel.Literal(Prefix + "added");

    /// <summary>Channel: the id of a job that has changed.</summary>
    public static readonly RedisChannel Changed = RedisChannel.Literal(Prefix + "changed");

    /// <summary>Stream: the ids of jobs of a kind that wait or run.</summary>
    public static RedisKey Queue(JobKind kind) => kind == JobKind.Analysis ? Prefix + "queue" : Prefix + "queue:training";

    /// <summary>Hash: one job.</summary>
    public static RedisKey Job(string id) => $"{Prefix}job:{id}";

    /// <summary>String: the image of one job, or its set of examples.</summary>
    public static RedisKey Image(string id) => $"{Prefix}image:{id}";

    /// <summary>Hash: the job that an idempotency key has made.</summary>
    public static RedisKey Idempotency(string? key) => $"{Prefix}key:{key ?? "none"}";
}
