namespace ApiService.Sockets;

/// <summary>The sender closed the socket before it had its answer.</summary>
internal sealed class SenderLeftException : Exception
{
    public SenderLeftException()
        : this("The sender closed the socket.")
    {
    }

    public SenderLeftException(string message)
        : base(message)
    {
    }

    public SenderLeftException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
