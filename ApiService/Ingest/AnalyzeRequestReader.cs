using ApiService.Callers;
using ApiService.Inference;
using ApiService.Telemetry;
using ApiService.Uploads;
using Contracts;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Deadlines;
using Vision;

namespace ApiService.Ingest;

/// <summary>Picks the reader for a request's body and gives what it read.</summary>
internal sealed class AnalyzeRequestReader(
    IEnumerable<IBodyReader> readers, IngestBudget budget, UploadAccess uploads, IOptions<InferenceOptions> inference)
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
        using var activity = ApiTelemetry.Source.StartActivity("ingest");
        var reader = ReaderFor(request, maximumImages);
        var maximumBytes = reader.MaximumBodyBytes(maximumImages);
        if (request.ContentLength > maximumBytes)
        {
            throw RefusedBodies.TooLarge();
        }

        RefusedBodies.Admit(request, maximumBytes);

        var options = new RequestOptions(inference.Value.DefaultModel, request.Query, mayStream);
        var images = new RequestImages(maximumImages, request.ContentLength, budget);
        try
        {
            await reader.ReadAsync(request, images, options, cancellationToken);
            RequestDeadline.BodyReceived(request.HttpContext);
            var built = options.Build();
            foreach (var slot in images.Slots)
            {
                await CompleteSlotAsync(slot, request.HttpContext.GetCaller(), cancellationToken);
            }

            return new AnalyzeRequest(images, built, options.Stream)
            {
                Deadline = Deadline.In(RequestDeadline.LeftOf(request.HttpContext)),
            };
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    private async Task CompleteSlotAsync(ImageSlot slot, Caller caller, CancellationToken cancellationToken)
    {
        if (slot.Upload is { } id)
        {
            try
            {
                await uploads.ReadAsync(id, caller, slot.Append, cancellationToken);
            }
            catch (ProblemException problem)
            {
                slot.Refuse(problem);
            }
        }

        slot.Complete();
    }

    private IBodyReader ReaderFor(HttpRequest request, int maximumImages)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : string.Empty;
        if (request.Headers.ContentEncoding.Any(static coding => coding is not (null or "" or "identity")))
        {
            throw new ProblemException(ErrorCodes.UnsupportedMediaType, "Send the body as it is, without a content encoding.");
        }

        var found = readers.FirstOrDefault(reader => reader.Reads(mediaType) && (reader.ReadsSeveral || maximumImages == 1));
        return found ?? throw new ProblemException(ErrorCodes.UnsupportedMediaType, maximumImages == 1
            ? "Send application/json, multipart/form-data, or the image itself as image/* or application/octet-stream."
            : "Send application/json or multipart/form-data.");
    }
}
