using Contracts;

namespace Vision;

/// <summary>Ends one feature; the others of the same analysis go on.</summary>
public sealed class FeatureException : Exception
{
    /// <summary>Creates a failure without a reason.</summary>
    public FeatureException()
        : this(ErrorCodes.FeatureFailed, ErrorCodes.FeatureFailed.Title)
    {
    }

    /// <summary>Creates a failure.</summary>
    /// <param name="message">A sentence for callers; it holds nothing internal.</param>
    public FeatureException(string message)
        : this(ErrorCodes.FeatureFailed, message)
    {
    }

    /// <summary>Creates a failure with its cause.</summary>
    /// <param name="message">A sentence for callers; it holds nothing internal.</param>
    /// <param name="innerException">The cause; it never leaves the server.</param>
    public FeatureException(string message, Exception innerException)
        : base(message, innerException) => Code = ErrorCodes.FeatureFailed;

    /// <summary>Creates a failure.</summary>
    /// <param name="code">Its kind.</param>
    /// <param name="detail">A sentence for callers; it holds nothing internal.</param>
    public FeatureException(ErrorCode code, string detail)
        : base(detail) => Code = code;

    /// <summary>The kind of failure.</summary>
    public ErrorCode Code { get; }
}
