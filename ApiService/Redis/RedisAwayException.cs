namespace ApiService.Redis;

/// <summary>Redis does not answer at the moment; whoever meets this goes on without it.</summary>
internal sealed class RedisAwayException : Exception
{
    public RedisAwayException()
        : this("Redis cannot be reached at the moment.")
    {
    }

    public RedisAwayException(string message)
        : base(message)
    {
    }

    public RedisAwayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RedisAwayException(Exception cause)
        : this("Redis cannot be reached at the moment.", cause)
    {
    }
}
