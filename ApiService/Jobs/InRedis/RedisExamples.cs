using ApiService.Redis;
using StackExchange.Redis;

namespace ApiService.Jobs.InRedis;

/// <summary>Sends a set of examples to Redis in pieces, so that neither side holds it as a whole for one command.</summary>
internal static class RedisExamples
{
    /// <summary>Below the size from where arrays are expensive to collect.</summary>
    public const int PieceBytes = 64 * 1024;

    /// <summary>How long one piece may be on its way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What was sent and belongs to no job by then is let go.</summary>
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(10);

    /// <summary>Sends everything that is left of a stream to the end of a key's string.</summary>
    /// <exception cref="RedisAwayException">Redis went away meanwhile; what it has got it lets go by itself.</exception>
    public static async Task SendAsync(RedisGate redis, RedisKey key, Stream source, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            // A new array each time: a command that was given up may still be sent.
            var piece = new byte[PieceBytes];
            var length = await source.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken);
            if (length == 0)
            {
                return;
            }

            await redis.RunAsync(database => database.StringAppendAsync(key, piece.AsMemory(0, length)), cancellationToken, Patience);
            if (isFirst)
            {
                await redis.RunAsync(database => database.KeyExpireAsync(key, LongestSending), cancellationToken);
            }
        }
    }
}
