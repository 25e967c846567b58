namespace Contracts;

/// <summary>A problem of the caller's making, or of the moment, that ends a request with <see cref="Code"/>.</summary>
public sealed class ProblemException : Exception
{
    /// <summary>Creates a problem whose detail is the code's title.</summary>
    public ProblemException()
        : this(ErrorCodes.InternalError, ErrorCodes.InternalError.Title)
    {
    }

    /// <summary>Creates an internal error.</summary>
    /// <param name="message">The detail.</param>
    public ProblemException(string message)
        : this(ErrorCodes.InternalError, message)
    {
    }

    /// <summary>Creates an internal error with its cause.</summary>
    /// <param name="message">The detail.</param>
    /// <param name="innerException">The cause; it never leaves the server.</param>
    public ProblemException(string message, Exception innerException)
        : this(ErrorCodes.InternalError, message, innerException)
    {
    }

    /// <summary>Creates a problem.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="detail">A sentence for the caller; it holds nothing internal.</param>
    /// <param name="innerException">The cause; it never leaves the server.</param>
    public ProblemException(ErrorCode code, string detail, Exception? innerException = null)
        : base(detail, innerException) => Code = code;

    /// <summary>The kind of problem.</summary>
    public ErrorCode Code { get; }

    /// <summary>For <c>invalid_request</c>: what is wrong with each member.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>How long the caller should wait before it tries again; none where waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
