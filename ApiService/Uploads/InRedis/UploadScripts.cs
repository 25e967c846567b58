namespace ApiService.Uploads.InRedis;

/// <summary>What must happen to an upload in one step, whichever replicas ask at the same time.</summary>
internal static class UploadScripts
{
    /// <summary>
    /// Takes an upload in if the quota allows it. Keys: description, all of the client, open of the client, all, open. Arguments: description, id, length, charge, entry,
    /// lifetime, most open, most bytes. Gives 0, or the milliseconds until the client's first upload expires.
    /// </summary>
    public const string Create = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
        redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
        local isOpen = tonumber(ARGV[3]) > 0
        local bytes = tonumber(ARGV[4])
        for _, entry in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
          bytes = bytes + tonumber(string.match(entry, ':(%d+)$'))
        end
        if bytes > tonumber(ARGV[8]) or (isOpen and redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[7])) then
          return math.max(redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')[2] - now, 1)
        end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[6])
        redis.call('ZADD', KEYS[2], now + ARGV[6], ARGV[5])
        redis.call('PEXPIRE', KEYS[2], ARGV[6])
        redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
        redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', now)
        redis.call('ZADD', KEYS[4], now + ARGV[6], ARGV[5])
        redis.call('PEXPIRE', KEYS[4], ARGV[6])
        if isOpen then
          for _, open in ipairs({ KEYS[3], KEYS[5] }) do
            redis.call('ZADD', open, now + ARGV[6], ARGV[2])
            redis.call('PEXPIRE', open, ARGV[6])
          end
        end
        return 0
        """;

    /// <summary>
    /// Adds bytes at an offset. Keys: description, bytes, open of the client, open, and the part that holds the new bytes where they are no argument.
    /// Arguments: offset, length of the whole, id, new bytes. Gives 1, 0 where the upload stands elsewhere, or -1 where there is none.
    /// </summary>
    public const string Append = """
        local new = ARGV[4]
        if KEYS[5] then
          new = redis.call('GET', KEYS[5])
          redis.call('DEL', KEYS[5])
        end
        local left = redis.call('PTTL', KEYS[1])
        if left < 1 then
          return -1
        end
        if not new or redis.call('STRLEN', KEYS[2]) ~= tonumber(ARGV[1]) then
          return 0
        end
        local length = redis.call('APPEND', KEYS[2], new)
        redis.call('PEXPIRE', KEYS[2], left)
        if length >= tonumber(ARGV[2]) then
          redis.call('ZREM', KEYS[3], ARGV[3])
          redis.call('ZREM', KEYS[4], ARGV[3])
        end
        return 1
        """;

    /// <summary>Removes an upload. Keys: description, bytes, all of the client, open of the client, all, open. Arguments: entry, id.</summary>
    public const string Delete = """
        redis.call('DEL', KEYS[1], KEYS[2])
        redis.call('ZREM', KEYS[3], ARGV[1])
        redis.call('ZREM', KEYS[5], ARGV[1])
        redis.call('ZREM', KEYS[6], ARGV[2])
        return redis.call('ZREM', KEYS[4], ARGV[2])
        """;

    /// <summary>Counts the uploads. Keys: all, open. Gives how many are open, and what all of them count for quotas.</summary>
    public const string Count = """
        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local bytes = 0
        for _, entry in ipairs(redis.call('ZRANGE', KEYS[1], now, '+inf', 'BYSCORE')) do
          bytes = bytes + tonumber(string.match(entry, ':(%d+)$'))
        end
        return { redis.call('ZCOUNT', KEYS[2], now, '+inf'), bytes }
        """;
}
