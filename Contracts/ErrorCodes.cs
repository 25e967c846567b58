namespace Contracts;

/// <summary>Every kind of problem that the product answers with.</summary>
public static class ErrorCodes
{
    /// <summary>Not JPEG, PNG, WebP or GIF, or corrupt, truncated, empty, or bad base64.</summary>
    public static readonly ErrorCode InvalidImage = new("invalid_image", 400, "Invalid image format",
        "Send a whole JPEG, PNG, WebP or GIF file. The format is told by the content, not by the name or the declared type; base64 needs its padding and no whitespace.");

    /// <summary>Malformed JSON, an unknown option or value, or no image.</summary>
    public static readonly ErrorCode InvalidRequest = new("invalid_request", 400, "Invalid request",
        "The member errors says, for each member or option, what is expected.");

    /// <summary>No model of that name or version is loaded.</summary>
    public static readonly ErrorCode ModelNotFound = new("model_not_found", 404, "Model not found",
        "GET /api/models lists the models and versions that are loaded.");

    /// <summary>No route has this path.</summary>
    public static readonly ErrorCode RouteNotFound = new("route_not_found", 404, "Route not found",
        "The routes are listed at /scalar.");

    /// <summary>The route exists, with other methods.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("method_not_allowed", 405, "Method not allowed",
        "The Allow header lists the methods of this route.");

    /// <summary>More bytes of image than the limit.</summary>
    public static readonly ErrorCode ImageTooLarge = new("image_too_large", 413, "Image too large",
        "An image may have 20 MB (20 times 1,048,576 bytes). Send a smaller or more strongly compressed one.");

    /// <summary>The request's content type is none that the route reads.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("unsupported_media_type", 415, "Unsupported media type",
        "Send application/json, multipart/form-data, or the image itself as image/* or application/octet-stream.");

    /// <summary>Too many pixels, too long a side, or none at all.</summary>
    public static readonly ErrorCode ImageDimensions = new("image_dimensions", 422, "Image dimensions out of range",
        "An image may have 50 megapixels and 16,384 pixels on a side. Send a smaller one.");

    /// <summary>An error of the product itself; its details are in the log under the trace id.</summary>
    public static readonly ErrorCode InternalError = new("internal_error", 500, "Internal error",
        "The fault is the server's. Tell its operators the trace id; it leads to the log.");

    /// <summary>The queue of work is full.</summary>
    public static readonly ErrorCode Overloaded = new("overloaded", 503, "Overloaded",
        "Wait as long as Retry-After says, then send the request again.", Retryable: true);

    /// <summary>The inference service cannot be reached or is not ready.</summary>
    public static readonly ErrorCode InferenceUnavailable = new("inference_unavailable", 503, "Inference unavailable",
        "Wait as long as Retry-After says, then send the request again. The service is starting or being replaced.", Retryable: true);

    /// <summary>The deadline passed before the answer was there.</summary>
    public static readonly ErrorCode DeadlineExceeded = new("deadline_exceeded", 504, "Deadline exceeded",
        "Send the request again with a longer deadline, or at a quieter time.", Retryable: true);

    /// <summary>Only in <see cref="Analysis.Errors"/>: the feature is not set up on this server.</summary>
    public static readonly ErrorCode FeatureUnavailable = new("feature_unavailable", 501, "Feature unavailable",
        "Ask the operators of this server to set the feature up, or leave it out of features.");

    /// <summary>Only in <see cref="Analysis.Errors"/>: the feature was tried and failed.</summary>
    public static readonly ErrorCode FeatureFailed = new("feature_failed", 500, "Feature failed",
        "The other features of the answer are valid. Send the request again; if it stays, tell the operators the trace id.", Retryable: true);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ErrorCode> All =
    [
        InvalidImage, InvalidRequest, ModelNotFound, RouteNotFound, MethodNotAllowed, ImageTooLarge, UnsupportedMediaType,
        ImageDimensions, InternalError, Overloaded, InferenceUnavailable, DeadlineExceeded, FeatureUnavailable, FeatureFailed,
    ];
}
