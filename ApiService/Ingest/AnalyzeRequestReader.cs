using ApiService.Inference;
using Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ApiService.Ingest;

/// <summary>Picks the reader for a request's body and gives what it read.</summary>
internal sealed class AnalyzeRequestReader(IEnumerable<IBodyReader> readers, IOptions<InferenceOptions> inference)
{
    /// <summary>Reads a request; the caller disposes of the result.</summary>
    /// <exception cref="ProblemException">The media type, the body, an option or the image is refused.</exception>
    public async Task<AnalyzeRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = ReaderFor(request);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = reader.MaximumBodyBytes;
        }

        var options = new RequestOptions(inference.Value.DefaultModel, request.Query);
        var image = new ReceivedImage(request.ContentLength);
        try
        {
            await reader.ReadAsync(request, image, options, cancellationToken);
            var built = options.Build();
            image.Complete();
            return new AnalyzeRequest(image, built);
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    private IBodyReader ReaderFor(HttpRequest request)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : string.Empty;
        return readers.FirstOrDefault(reader => reader.Reads(mediaType))
            ?? throw new ProblemException(
                ErrorCodes.UnsupportedMediaType,
                "Send application/json, multipart/form-data, or the image itself as image/* or application/octet-stream.");
    }
}
