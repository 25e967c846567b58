using System.Buffers;
using System.Text.Json;
using ApiService.Ingest;
using Contracts;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Compatibility.Azure;

/// <summary>Takes the image out of a request to Azure's API: the bytes themselves, or a form with them.</summary>
internal sealed class AzureBodyReader(ImageIntake intake)
{
    private const string Member = "image";
    private const int FormOverheadBytes = 64 * 1024;
    private const int MaximumUrlBodyBytes = 64 * 1024;

    /// <summary>Reads a body; the caller disposes of the one image.</summary>
    /// <exception cref="ProblemException">The body or the image is refused; one that only names an image always is.</exception>
    public async Task<RequestImages> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : string.Empty;
        return mediaType switch
        {
            "application/octet-stream" => await ReadBytesAsync(request, cancellationToken),
            _ when mediaType.StartsWith("image/", StringComparison.Ordinal) => await ReadBytesAsync(request, cancellationToken),
            "multipart/form-data" => await ReadFormAsync(request, cancellationToken),
            "application/json" => throw await RefuseUrlAsync(request, cancellationToken),
            _ => throw new ProblemException(ErrorCodes.UnsupportedMediaType, "Send the image as application/octet-stream."),
        };
    }

    private async Task<RequestImages> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0)
        {
            throw new ProblemException(AzureErrors.EmptyImage, "The image has no bytes.");
        }

        return await intake.ReadAsync(
            request,
            maximumImages: 1,
            ImageLimits.MaximumBytes,
            images => RequestBody.ReadAsync(request, images.Start(Member).Append, cancellationToken),
            cancellationToken);
    }

    private Task<RequestImages> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken) => intake.ReadAsync(
        request,
        maximumImages: 1,
        ImageLimits.MaximumBytes + FormOverheadBytes,
        async images =>
        {
            await MultipartForm.ReadAsync(
                request,
                maximumParts: 1,
                (name, part) => MultipartForm.CopyAsync(part, images.Start(name).Append, cancellationToken),
                cancellationToken);
            if (images.Slots.Count == 0)
            {
                throw InvalidRequest.Of(Member, "A part with the image is expected.");
            }
        },
        cancellationToken);

    // The address is not looked at: this server fetches none that a caller names, wherever it leads.
    private static async Task<ProblemException> RefuseUrlAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var json = new ArrayBufferWriter<byte>();
        await RequestBody.ReadAsync(
            request,
            piece =>
            {
                if (json.WrittenCount + piece.Length > MaximumUrlBodyBytes)
                {
                    throw InvalidRequest.Of("body", "The body is too long.");
                }

                json.Write(piece);
            },
            cancellationToken);
        return UrlOf(json.WrittenSpan) is null
            ? InvalidRequest.Of("url", "The body is a JSON object with the member url, a text.")
            : new ProblemException(AzureErrors.InvalidImageUrl, "This server fetches no images; send the bytes as application/octet-stream.");
    }

    private static string? UrlOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AzureJsonContext.Default.ImageUrl)?.Url;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
