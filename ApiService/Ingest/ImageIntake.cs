using ApiService.Callers;
using ApiService.Telemetry;
using ApiService.Uploads;
using Contracts;
using ServiceDefaults.Deadlines;

namespace ApiService.Ingest;

/// <summary>Takes the images out of a request, whatever its body looks like: bounded, hashed and probed while they arrive.</summary>
internal sealed class ImageIntake(IngestBudget budget, UploadAccess uploads)
{
    /// <summary>Reads a body; the caller disposes of the images.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maximumImages">How many images it may have; of several each may be refused alone.</param>
    /// <param name="maximumBytes">The most bytes that its body may have.</param>
    /// <param name="read">Reads the body to its end, and fills the images.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException">The body or the only image is refused.</exception>
    public async Task<RequestImages> ReadAsync(
        HttpRequest request, int maximumImages, long maximumBytes, Func<RequestImages, Task> read, CancellationToken cancellationToken)
    {
        using var activity = ApiTelemetry.Source.StartActivity("ingest");
        if (request.ContentLength > maximumBytes)
        {
            throw RefusedBodies.TooLarge();
        }

        if (request.Headers.ContentEncoding.Any(static coding => coding is not (null or "" or "identity")))
        {
            throw new ProblemException(ErrorCodes.UnsupportedMediaType, "Send the body as it is, without a content encoding.");
        }

        RefusedBodies.Admit(request, maximumBytes);
        var images = new RequestImages(maximumImages, request.ContentLength, budget);
        try
        {
            await read(images);
            RequestDeadline.BodyReceived(request.HttpContext);
            foreach (var slot in images.Slots)
            {
                await CompleteAsync(slot, request.HttpContext.GetCaller(), cancellationToken);
            }

            return images;
        }
        catch
        {
            images.Dispose();
            throw;
        }
    }

    private async Task CompleteAsync(ImageSlot slot, Caller caller, CancellationToken cancellationToken)
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
}
