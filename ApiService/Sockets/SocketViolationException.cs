using System.Net.WebSockets;
using Contracts;

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

    public SocketViolationException(WebSocketCloseStatus status, ProblemException problem)
        : base(problem.Message, problem)
    {
        Status = status;
        Problem = problem;
    }

    public WebSocketCloseStatus Status { get; } = WebSocketCloseStatus.PolicyViolation;

    /// <summary>What the sender is told before the socket is closed.</summary>
    public ProblemException Problem { get; } = new(ErrorCodes.InvalidRequest, "The rules of this route were broken.");
}
