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

    /// <summary>An upload's request breaks the tus protocol.</summary>
    public static readonly ErrorCode UploadInvalid = new("upload_invalid", 400, "Invalid upload request",
        "The detail says which header of the tus 1.0.0 protocol is missing or wrong.");

    /// <summary>The route needs an API key, or the one that came is not known.</summary>
    public static readonly ErrorCode KeyRequired = new("key_required", 401, "API key required",
        "Send a key that this server knows in the header X-Api-Key, or none on the routes that are open to everybody.");

    /// <summary>The key is known and does not have the role that the route needs.</summary>
    public static readonly ErrorCode Forbidden = new("forbidden", 403, "Forbidden",
        "Ask the operators of this server for a key with the role that the route needs.");

    /// <summary>No model of that name or version is loaded.</summary>
    public static readonly ErrorCode ModelNotFound = new("model_not_found", 404, "Model not found",
        "GET /api/models lists the models and versions that are loaded.");

    /// <summary>No job has this id, or its result has expired.</summary>
    public static readonly ErrorCode JobNotFound = new("job_not_found", 404, "Job not found",
        "Results are kept for 24 hours. Post the image again.");

    /// <summary>No analysis of that digest with those options is in the caches.</summary>
    public static readonly ErrorCode ResultNotFound = new("result_not_found", 404, "Result not found",
        "Post the image to /api/analyze with the same options; this route only repeats what has been computed.");

    /// <summary>No upload has this id, it has expired, or it belongs to somebody else.</summary>
    public static readonly ErrorCode UploadNotFound = new("upload_not_found", 404, "Upload not found",
        "Uploads expire after an hour. Create a new one at /api/uploads.");

    /// <summary>No route has this path.</summary>
    public static readonly ErrorCode RouteNotFound = new("route_not_found", 404, "Route not found",
        "The routes are listed at /scalar.");

    /// <summary>The route exists, with other methods.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("method_not_allowed", 405, "Method not allowed",
        "The Allow header lists the methods of this route.");

    /// <summary>The upload is named before all of its bytes have come.</summary>
    public static readonly ErrorCode UploadIncomplete = new("upload_incomplete", 409, "Upload incomplete",
        "Finish the upload, then name it again. HEAD tells how far it is.", Retryable: true);

    /// <summary>The job has reached a final state.</summary>
    public static readonly ErrorCode JobFinished = new("job_finished", 409, "Job finished",
        "There is nothing left to cancel; GET the job for its outcome.");

    /// <summary>The bytes do not continue the upload where it stands.</summary>
    public static readonly ErrorCode UploadOffsetMismatch = new("upload_offset_mismatch", 409, "Upload offset mismatch",
        "Ask for the offset with HEAD and go on from there.", Retryable: true);

    /// <summary>The version of the model is the one that answers.</summary>
    public static readonly ErrorCode VersionLive = new("version_live", 409, "Version is live",
        "Promote another version first.");

    /// <summary>The upload protocol's version is another.</summary>
    public static readonly ErrorCode UploadVersion = new("upload_version", 412, "Unsupported upload version",
        "Send Tus-Resumable: 1.0.0.");

    /// <summary>More bytes of image than the limit.</summary>
    public static readonly ErrorCode ImageTooLarge = new("image_too_large", 413, "Image too large",
        "An image may have 20 MB (20 times 1,048,576 bytes). Send a smaller or more strongly compressed one.");

    /// <summary>The request's content type is none that the route reads.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("unsupported_media_type", 415, "Unsupported media type",
        "Send application/json, multipart/form-data, or the image itself as image/* or application/octet-stream.");

    /// <summary>Too many pixels, too long a side, or none at all.</summary>
    public static readonly ErrorCode ImageDimensions = new("image_dimensions", 422, "Image dimensions out of range",
        "An image may have 50 megapixels and 16,384 pixels on a side. Send a smaller one.");

    /// <summary>The idempotency key was used before with another body or other options.</summary>
    public static readonly ErrorCode IdempotencyMismatch = new("idempotency_mismatch", 422, "Idempotency key reused",
        "Use a new Idempotency-Key for another image or other options.");

    /// <summary>The caller has used up its requests of this minute.</summary>
    public static readonly ErrorCode RateLimited = new("rate_limited", 429, "Too many requests",
        "Wait as long as Retry-After says. An API key may have a higher quota.", Retryable: true);

    /// <summary>The caller has too many open uploads, or too many bytes in them.</summary>
    public static readonly ErrorCode UploadQuota = new("upload_quota", 429, "Upload quota exceeded",
        "Finish, use or delete an upload first: 8 may be open, with 200 MB in all.", Retryable: true);

    /// <summary>The bytes of one request do not have the checksum that came with them.</summary>
    public static readonly ErrorCode UploadChecksum = new("upload_checksum", 460, "Upload checksum mismatch",
        "The bytes of this request were dropped; send them again from the same offset.");

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
        InvalidImage, InvalidRequest, UploadInvalid, KeyRequired, Forbidden, ModelNotFound, JobNotFound, ResultNotFound,
        UploadNotFound, RouteNotFound, MethodNotAllowed, UploadIncomplete, JobFinished, UploadOffsetMismatch, VersionLive,
        UploadVersion, ImageTooLarge, UnsupportedMediaType, ImageDimensions, IdempotencyMismatch, RateLimited, UploadQuota,
        UploadChecksum, InternalError, Overloaded, InferenceUnavailable, DeadlineExceeded, FeatureUnavailable, FeatureFailed,
    ];

    /// <summary>The code of a name, or null where there is none.</summary>
    /// <param name="code">The stable name.</param>
    public static ErrorCode? Find(string code) => All.FirstOrDefault(known => known.Code == code);
}
