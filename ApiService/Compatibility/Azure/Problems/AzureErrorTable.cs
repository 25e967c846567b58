using System.Collections.Frozen;
using System.Globalization;
using Contracts;

namespace ApiService.Compatibility.Azure.Problems;

/// <summary>Which of Azure's errors each problem is.</summary>
internal static class AzureErrorTable
{
    private static readonly FrozenDictionary<string, AzureError> Errors = new Dictionary<ErrorCode, AzureError>
    {
        [AzureErrors.MissingApiVersion] = new(StatusCodes.Status400BadRequest, AzureErrors.MissingApiVersion.Code),
        [AzureErrors.UnsupportedApiVersion] = new(StatusCodes.Status400BadRequest, AzureErrors.UnsupportedApiVersion.Code),
        [AzureErrors.NotSupportedVisualFeature] = AzureError.InvalidRequest(AzureErrors.NotSupportedVisualFeature.Code),
        [AzureErrors.NotSupportedLanguage] = AzureError.InvalidRequest(AzureErrors.NotSupportedLanguage.Code),
        [AzureErrors.BadArgument] = AzureError.InvalidRequest(AzureErrors.BadArgument.Code),
        [AzureErrors.InvalidImageUrl] = AzureError.InvalidRequest(AzureErrors.InvalidImageUrl.Code),
        [AzureErrors.EmptyImage] = AzureError.InvalidRequest(AzureErrors.EmptyImage.Code),
        [ErrorCodes.InvalidRequest] = AzureError.InvalidRequest(),
        [ErrorCodes.InvalidImage] = AzureError.InvalidRequest("InvalidImageFormat"),
        [ErrorCodes.ImageTooLarge] = AzureError.InvalidRequest("InvalidImageSize"),
        [ErrorCodes.ImageDimensions] = AzureError.InvalidRequest("InvalidImageSize"),
        [ErrorCodes.UnsupportedMediaType] = AzureError.InvalidRequest("UnsupportedMediaType"),
        [ErrorCodes.FeatureUnavailable] = AzureError.InvalidRequest("NotSupportedFeature"),
        [ErrorCodes.InternalError] = AzureError.ServerError(),
        [ErrorCodes.FeatureFailed] = AzureError.ServerError("FailedToProcess"),
        [ErrorCodes.DeadlineExceeded] = AzureError.ServerError("Timeout"),
        [ErrorCodes.Overloaded] = AzureError.Unavailable(),
        [ErrorCodes.InferenceUnavailable] = AzureError.Unavailable(),
    }.ToFrozenDictionary(static error => error.Key.Code, static error => error.Value, StringComparer.Ordinal);

    /// <summary>Finds the error of a problem. What Azure's gateway would tell has its status for a code: 401, 403, 404, 429.</summary>
    public static AzureError Of(ErrorCode code) => Errors.TryGetValue(code.Code, out var error)
        ? error
        : new AzureError(code.Status, code.Status.ToString(CultureInfo.InvariantCulture));
}
