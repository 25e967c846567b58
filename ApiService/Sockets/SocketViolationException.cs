using System.Net.WebSockets;

namespace ApiService.Sockets;

/// <summary>The sender broke the rules of the socket, which is closed with a status that says how.</summary>
internal sealed class SocketViolationException : Exception
{
    public SocketViolationException()
        : this("The rules of this route were broken.")
    {
    }

    public SocketViolationException(string message)
        : base(message)
    {
    }

    public SocketViolationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SocketViolationException(WebSocketCloseStatus status, string message)
        : base(message) => Status = status;

    public WebSocketCloseStatus Status { get; } = WebSocketCloseStatus.PolicyViolation;
}
