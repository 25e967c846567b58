using System.Collections.Frozen;
using Contracts;

namespace ApiService.Compatibility.Aws;

/// <summary>What AWS calls the problems: those that only its protocol has, and the names of all others.</summary>
internal static class AwsErrors
{
    public static readonly ErrorCode MissingAuthenticationToken = Refused("MissingAuthenticationTokenException", "Missing authentication token");
    public static readonly ErrorCode IncompleteSignature = Refused("IncompleteSignatureException", "Incomplete signature");
    public static readonly ErrorCode UnrecognizedClient = Refused("UnrecognizedClientException", "Unrecognized client");
    public static readonly ErrorCode InvalidSignature = Refused("InvalidSignatureException", "Invalid signature");
    public static readonly ErrorCode UnknownOperation = Refused("UnknownOperationException", "Unknown operation");
    public static readonly ErrorCode Serialization = Refused("SerializationException", "Unreadable request");
    public static readonly ErrorCode InvalidParameter = Refused("InvalidParameterException", "Invalid parameter");
    public static readonly ErrorCode InvalidS3Object = Refused("InvalidS3ObjectException", "Invalid S3 object");
    public static readonly ErrorCode ResourceNotFound = Refused("ResourceNotFoundException", "Resource not found");

    private static readonly ErrorCode AccessDenied = Refused("AccessDeniedException", "Access denied");
    private static readonly ErrorCode InvalidImageFormat = Refused("InvalidImageFormatException", "Invalid image format");
    private static readonly ErrorCode ImageTooLarge = Refused("ImageTooLargeException", "Image too large");
    private static readonly ErrorCode ThroughputExceeded = Refused("ProvisionedThroughputExceededException", "Throughput exceeded");
    private static readonly ErrorCode Throttling = Failed("ThrottlingException", StatusCodes.Status500InternalServerError, "Throttled");
    private static readonly ErrorCode InternalServerError = Failed("InternalServerError", StatusCodes.Status500InternalServerError, "Internal error");
    private static readonly ErrorCode Unavailable = Failed("ServiceUnavailable", StatusCodes.Status503ServiceUnavailable, "Unavailable");

    private static readonly FrozenSet<ErrorCode> Own =
    [
        MissingAuthenticationToken, IncompleteSignature, UnrecognizedClient, InvalidSignature, UnknownOperation, Serialization,
        InvalidParameter, InvalidS3Object, ResourceNotFound,
    ];

    private static readonly FrozenDictionary<string, ErrorCode> ByCode = new Dictionary<ErrorCode, ErrorCode>
    {
        [ErrorCodes.InvalidImage] = InvalidImageFormat,
        [ErrorCodes.InvalidRequest] = Serialization,
        [ErrorCodes.KeyRequired] = MissingAuthenticationToken,
        [ErrorCodes.Forbidden] = AccessDenied,
        [ErrorCodes.ModelNotFound] = ResourceNotFound,
        [ErrorCodes.ImageTooLarge] = ImageTooLarge,
        [ErrorCodes.ImageDimensions] = ImageTooLarge,
        [ErrorCodes.UnsupportedMediaType] = Serialization,
        [ErrorCodes.RateLimited] = ThroughputExceeded,
        [ErrorCodes.Overloaded] = Throttling,
        [ErrorCodes.InferenceUnavailable] = Unavailable,
        [ErrorCodes.DeadlineExceeded] = Unavailable,
        [ErrorCodes.FeatureUnavailable] = UnknownOperation,
        [ErrorCodes.FeatureFailed] = InternalServerError,
        [ErrorCodes.InternalError] = InternalServerError,
    }.ToFrozenDictionary(static entry => entry.Key.Code, static entry => entry.Value, StringComparer.Ordinal);

    /// <summary>What AWS would say. The problems of routes that AWS does not have cannot be met here; they are told by their status.</summary>
    public static ErrorCode Of(ErrorCode code)
    {
        if (Own.Contains(code))
        {
            return code;
        }

        return ByCode.GetValueOrDefault(code.Code)
            ?? (code.Status < StatusCodes.Status500InternalServerError ? InvalidParameter : InternalServerError);
    }

    private static ErrorCode Refused(string name, string title) => new(name, StatusCodes.Status400BadRequest, title, Remedy: string.Empty);

    private static ErrorCode Failed(string name, int status, string title) => new(name, status, title, Remedy: string.Empty, Retryable: true);
}
