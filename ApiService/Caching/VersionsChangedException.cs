namespace ApiService.Caching;

/// <summary>The engine has answered with other versions than those that were asked for; the versions have to be found anew.</summary>
internal sealed class VersionsChangedException : Exception
{
    public VersionsChangedException()
        : this("Other versions of the models are live now.")
    {
    }

    public VersionsChangedException(string message)
        : base(message)
    {
    }

    public VersionsChangedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
