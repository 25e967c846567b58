using Contracts;

namespace Client;

/// <summary>The service answered a call with a problem, or with something that it cannot have said itself.</summary>
public sealed class ImageApiException : Exception
{
    /// <summary>The code of a reply that is not the service's own, for instance the error page of a proxy.</summary>
    public const string UnexpectedReply = "unexpected_reply";

    /// <summary>Creates an exception for a reply that is not the service's own.</summary>
    public ImageApiException()
        : this("The reply is not one of the image service.")
    {
    }

    /// <summary>Creates an exception for a reply that is not the service's own.</summary>
    /// <param name="message">What is wrong with it.</param>
    public ImageApiException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates an exception for a reply that is not the service's own.</summary>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="innerException">What reading it ended with.</param>
    public ImageApiException(string message, Exception? innerException)
        : base(message, innerException) => Problem = new Problem
        {
            Type = "about:blank",
            Title = "Unexpected reply",
            Status = 0,
            Detail = message,
            Code = UnexpectedReply,
            Retryable = false,
        };

    /// <summary>Creates an exception for a problem.</summary>
    /// <param name="problem">The problem; <see cref="Contracts.Problem.Status"/> is that of the reply.</param>
    /// <param name="retryAfter">How long the service asks to wait.</param>
    public ImageApiException(Problem problem, TimeSpan? retryAfter = null)
        : base(problem.Detail ?? problem.Title)
    {
        Problem = problem;
        RetryAfter = retryAfter;
    }

    /// <summary>
    /// The problem: its stable code (<see cref="ErrorCodes"/> or <see cref="UnexpectedReply"/>), the HTTP status, whether the same
    /// call may succeed later, what is wrong with each option, and the trace under which the service's logs tell more.
    /// </summary>
    public Problem Problem { get; }

    /// <summary>How long the service asks to wait before the call is made again; null where it says nothing.</summary>
    public TimeSpan? RetryAfter { get; }
}
