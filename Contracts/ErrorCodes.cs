namespace Contracts;

/// <summary>Every kind of problem that the product answers with.</summary>
public static class ErrorCodes
{
    /// <summary>Not JPEG, PNG, WebP or GIF, or corrupt, truncated, empty, or bad base64.</summary>
    public static readonly ErrorCode InvalidImage = new("invalid_image", 400, "Invalid image format");

    /// <summary>Malformed JSON, an unknown option or value, or no image.</summary>
    public static readonly ErrorCode InvalidRequest = new("invalid_request", 400, "Invalid request");

    /// <summary>No model of that name or version is loaded.</summary>
    public static readonly ErrorCode ModelNotFound = new("model_not_found", 404, "Model not found");

    /// <summary>No route has this path.</summary>
    public static readonly ErrorCode RouteNotFound = new("route_not_found", 404, "Route not found");

    /// <summary>The route exists, with other methods.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("method_not_allowed", 405, "Method not allowed");

    /// <summary>More bytes of image than the limit.</summary>
    public static readonly ErrorCode ImageTooLarge = new("image_too_large", 413, "Image too large");

    /// <summary>The request's content type is none that the route reads.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("unsupported_media_type", 415, "Unsupported media type");

    /// <summary>Too many pixels, too long a side, or none at all.</summary>
    public static readonly ErrorCode ImageDimensions = new("image_dimensions", 422, "Image dimensions out of range");

    /// <summary>An error of the product itself; its details are in the log under the trace id.</summary>
    public static readonly ErrorCode InternalError = new("internal_error", 500, "Internal error");

    /// <summary>The queue of work is full.</summary>
    public static readonly ErrorCode Overloaded = new("overloaded", 503, "Overloaded", Retryable: true);

    /// <summary>The inference service cannot be reached or is not ready.</summary>
    public static readonly ErrorCode InferenceUnavailable = new("inference_unavailable", 503, "Inference unavailable", Retryable: true);

    /// <summary>The deadline passed before the answer was there.</summary>
    public static readonly ErrorCode DeadlineExceeded = new("deadline_exceeded", 504, "Deadline exceeded", Retryable: true);

    /// <summary>Only in <see cref="Analysis.Errors"/>: the feature is not set up on this server.</summary>
    public static readonly ErrorCode FeatureUnavailable = new("feature_unavailable", 501, "Feature unavailable");

    /// <summary>Only in <see cref="Analysis.Errors"/>: the feature was tried and failed.</summary>
    public static readonly ErrorCode FeatureFailed = new("feature_failed", 500, "Feature failed", Retryable: true);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ErrorCode> All =
    [
        InvalidImage, InvalidRequest, ModelNotFound, RouteNotFound, MethodNotAllowed, ImageTooLarge, UnsupportedMediaType,
        ImageDimensions, InternalError, Overloaded, InferenceUnavailable, DeadlineExceeded, FeatureUnavailable, FeatureFailed,
    ];
}
