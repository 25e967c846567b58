using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace ApiService.Uploads;

/// <summary>What the head of a request says of the bytes that follow.</summary>
internal static class UploadBody
{
    /// <summary>Lets our own limit speak first: beyond the server's, a connection is cut instead of answered.</summary>
    private const int OverheadBytes = 64 * 1024;

    /// <summary>Whether the body is declared to be bytes of an upload.</summary>
    public static bool HasUploadType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(TusHeaders.ContentType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether there is a body that may hold something.</summary>
    public static bool IsPresent(HttpRequest request) =>
        request.ContentLength > 0
        || (request.ContentLength is null && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true });

    public static ProblemException WrongType() =>
        new(ErrorCodes.UnsupportedMediaType, $"The bytes of an upload come as {TusHeaders.ContentType}.");

    /// <summary>Refuses a body that says it is too long, and bounds one that says nothing.</summary>
    /// <exception cref="ProblemException"><c>upload_invalid</c>.</exception>
    public static void Limit(HttpRequest request, Upload upload)
    {
        var room = upload.Length - upload.Offset;
        if (request.ContentLength > room)
        {
            throw TooLong();
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = room + OverheadBytes;
        }
    }

    public static ProblemException TooLong() =>
        UploadProblems.Invalid($"The body goes beyond the {TusHeaders.Length} of the upload.");
}
