using StackExchange.Redis;

namespace ApiService.Uploads.InRedis;

/// <summary>The keys of uploads. The tag in braces puts all of them into one slot of a cluster, as the scripts need it.</summary>
internal static class UploadKeys
{
    private const string Prefix = "vision:{uploads}:";

    /// <summary>All uploads of all clients with what each counts for a quota, by the time at which they expire.</summary>
    public static readonly RedisKey All = Prefix + "all";

    /// <summary>Those of them whose bytes are not all there.</summary>
    public static readonly RedisKey Open = Prefix + "open";

    /// <summary>The description.</summary>
    public static RedisKey DescriptionOf(string id) => $"{Prefix}{id}:description";

    /// <summary>The bytes that have come.</summary>
    public static RedisKey BytesOf(string id) => $"{Prefix}{id}:bytes";

    /// <summary>Bytes on their way, which become part of the upload all at once.</summary>
    public static RedisKey NewPart(string id) => $"{Prefix}{id}:part:{UploadId.Create()}";

    /// <summary>All uploads of a client with what each counts for the quota, by the time at which they expire.</summary>
    public static RedisKey AllOf(string client) => $"{Prefix}client:{client}:all";

    /// <summary>Those of them whose bytes are not all there.</summary>
    public static RedisKey OpenOf(string client) => $"{Prefix}client:{client}:open";

    /// <summary>The entry of an upload in <see cref="AllOf"/>.</summary>
    public static RedisValue EntryOf(Upload upload) => $"{upload.Id}:{UploadQuota.ChargeOf(upload.Length)}";
}
