using System.Buffers;
using System.Text;
using Contracts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Http;

namespace ApiService.Ingest;

/// <summary>The parts of a form, read one after the other as they come.</summary>
internal static class MultipartForm
{
    private const int MaximumFieldBytes = 4 * 1024;
    private const int CopyBytes = 16 * 1024;
    private const int MaximumBoundaryLength = 128;

    /// <summary>Hands each part of a form to a reader.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximumParts">How many parts it may have.</param>
    /// <param name="read">Takes the name of a part and its content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException"><c>invalid_request</c>: the form is malformed, cut off, or has too many parts.</exception>
    public static async Task ReadAsync(
        HttpRequest request, int maximumParts, Func<string, Stream, Task> read, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(BoundaryOf(request), new RequestBodyStream(request.BodyReader), CopyBytes);
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                Require(parts < maximumParts, "body", "The form has too many parts.");
                await read(NameOf(section), section.Body);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw InvalidRequest.Of("body", "The form is malformed or cut off.", exception);
        }
    }

    /// <summary>Hands the bytes of a part on as they come.</summary>
    public static async Task CopyAsync(Stream part, Action<ReadOnlySpan<byte>> append, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            int read;
            while ((read = await part.ReadAsync(chunk, cancellationToken)) > 0)
            {
                append(chunk.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Reads a part that is a short text.</summary>
    public static async Task<string> ReadFieldAsync(Stream part, string name, CancellationToken cancellationToken)
    {
        var field = new byte[MaximumFieldBytes + 1];
        var length = await part.ReadAtLeastAsync(field, field.Length, throwOnEndOfStream: false, cancellationToken);
        Require(length <= MaximumFieldBytes, name, "This field is too long.");
        return Encoding.UTF8.GetString(field, 0, length);
    }

    private static string BoundaryOf(HttpRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value;
        return boundary is { Length: > 0 and <= MaximumBoundaryLength }
            ? boundary
            : throw InvalidRequest.Of("body", "The content type of the form has no usable boundary.");
    }

    private static string NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
        && HeaderUtilities.RemoveQuotes(disposition.Name) is { Length: > 0 } name
            ? name.Value!
            : throw InvalidRequest.Of("body", "A part of the form has no name.");

    private static void Require(bool condition, string member, string message)
    {
        if (!condition)
        {
            throw InvalidRequest.Of(member, message);
        }
    }
}
