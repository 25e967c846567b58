using ApiService.Inference;
using Contracts;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Ingest;

/// <summary>Picks the reader for a request's body and gives what it read.</summary>
internal sealed class AnalyzeRequestReader(
    IEnumerable<IBodyReader> readers, ImageIntake intake, IOptions<InferenceOptions> inference)
{
    /// <summary>Reads a request; the caller disposes of the result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximumImages">How many images the route takes.</param>
    /// <param name="mayStream">Whether the route can answer with server-sent events.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException">The media type, the body, an option or the image is refused.</exception>
    public async Task<AnalyzeRequest> ReadAsync(
        HttpRequest request, int maximumImages, bool mayStream, CancellationToken cancellationToken)
    {
        var reader = ReaderFor(request, maximumImages);
        var options = new RequestOptions(inference.Value.DefaultModel, request.Query, mayStream);
        AnalysisOptions? built = null;
        var images = await intake.ReadAsync(request, maximumImages, reader.MaximumBodyBytes(maximumImages), ReadAsync, cancellationToken);
        return new AnalyzeRequest(images, built!, options.Stream)
        {
            Deadline = Deadline.In(RequestDeadline.LeftOf(request.HttpContext)),
        };

        async Task ReadAsync(RequestImages room)
        {
            await reader.ReadAsync(request, room, options, cancellationToken);
            built = options.Build();
        }
    }

    private IBodyReader ReaderFor(HttpRequest request, int maximumImages)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : string.Empty;
        var found = readers.FirstOrDefault(reader => reader.Reads(mediaType) && (reader.ReadsSeveral || maximumImages == 1));
        return found ?? throw new ProblemException(ErrorCodes.UnsupportedMediaType, maximumImages == 1
            ? "Send application/json, multipart/form-data, or the image itself as image/* or application/octet-stream."
            : "Send application/json or multipart/form-data.");
    }
}
