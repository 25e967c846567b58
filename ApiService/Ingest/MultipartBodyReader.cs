using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>A form: an image is a part <c>image</c>, <c>images</c> or <c>file</c>, options are fields.</summary>
internal sealed class MultipartBodyReader : IBodyReader
{
    private const int OverheadBytes = 64 * 1024;
    private const int MaximumParts = 32;
    private const int MaximumFieldBytes = 4 * 1024;
    private const int CopyBytes = 16 * 1024;
    private const int MaximumBoundaryLength = 128;

    public bool ReadsSeveral => true;

    public long MaximumBodyBytes(int images) => ((long)images * ImageLimits.MaximumBytes) + OverheadBytes;

    public bool Reads(string mediaType) => mediaType == "multipart/form-data";

    public async Task ReadAsync(
        HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(BoundaryOf(request), new RequestBodyStream(request.BodyReader), CopyBytes);
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; parts++)
            {
                Require(parts < MaximumParts, "body", "The form has too many parts.");
                var name = NameOf(section);
                if (name is "image" or "file" || (name == "images" && images.AreSeveral))
                {
                    await CopyAsync(section.Body, images.Start(name), cancellationToken);
                }
                else if (name == "upload")
                {
                    images.AddUpload(name, await ReadFieldAsync(section.Body, name, cancellationToken));
                }
                else
                {
                    options.AddFromBody(name, await ReadFieldAsync(section.Body, name, cancellationToken));
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw InvalidRequest.Of("body", "The form is malformed or cut off.", exception);
        }

        Require(images.Slots.Count > 0, "image", "A part named image or file, or the field upload, is expected.");
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

    private static async Task CopyAsync(Stream part, ImageSlot image, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(CopyBytes);
        try
        {
            int read;
            while ((read = await part.ReadAsync(chunk, cancellationToken)) > 0)
            {
                image.Append(chunk.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    private static async Task<string> ReadFieldAsync(Stream part, string name, CancellationToken cancellationToken)
    {
        var field = new byte[MaximumFieldBytes + 1];
        var length = await part.ReadAtLeastAsync(field, field.Length, throwOnEndOfStream: false, cancellationToken);
        Require(length <= MaximumFieldBytes, name, "This field is too long.");
        return Encoding.UTF8.GetString(field, 0, length);
    }

    private static void Require(bool condition, string member, string message)
    {
        if (!condition)
        {
            throw InvalidRequest.Of(member, message);
        }
    }
}
