using ApiService.Ingest;
using Contracts;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Deadlines;
using Vision.Classifiers;

namespace ApiService.Classifiers;

/// <summary>Picks the reader for a request's body and gives what it read.</summary>
internal sealed class ClassifierRequestReader(
    IEnumerable<IExamplesReader> readers, IngestBudget budget, IOptions<ClassifiersOptions> limits)
{
    /// <summary>Reads a request; the caller disposes of the result.</summary>
    /// <exception cref="ProblemException">The media type, the body, the name or an example is refused, or there are too few.</exception>
    public async Task<ClassifierRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = ReaderFor(request);
        if (request.ContentLength > reader.MaximumBodyBytes)
        {
            throw RefusedBodies.TooLarge();
        }

        RefusedBodies.Admit(request, reader.MaximumBodyBytes);
        using var examples = new ReceivedExamples(limits.Value, budget);
        try
        {
            var name = await reader.ReadAsync(request, examples, cancellationToken);
            RequestDeadline.BodyReceived(request.HttpContext);
            return new ClassifierRequest(Checked(name), examples.Complete());
        }
        catch (ProblemException problem) when (examples.IsOfPicture(problem))
        {
            throw examples.Locate(problem);
        }
    }

    private static string Checked(string? name) => name switch
    {
        null => throw InvalidRequest.Of("name", "This member is required: the name of the classifier."),
        _ when ClassifierName.IsValid(name) => name,
        _ => throw InvalidRequest.Of("name", "A name takes 1 to 64 letters, digits, '-' and '_'."),
    };

    private IExamplesReader ReaderFor(HttpRequest request)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType.ToString().ToLowerInvariant()
            : string.Empty;
        if (request.Headers.ContentEncoding.Any(static coding => coding is not (null or "" or "identity")))
        {
            throw new ProblemException(ErrorCodes.UnsupportedMediaType, "Send the body as it is, without a content encoding.");
        }

        return readers.FirstOrDefault(reader => reader.MediaType == mediaType)
            ?? throw new ProblemException(ErrorCodes.UnsupportedMediaType, "Send application/json or multipart/form-data.");
    }
}
