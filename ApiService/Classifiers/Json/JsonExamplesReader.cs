using System.Text.Json;
using ApiService.Callers;
using ApiService.Ingest;
using ApiService.Uploads;
using Microsoft.Extensions.Options;
using ServiceDefaults.Http;
using Vision.Classifiers;

namespace ApiService.Classifiers.Json;

/// <summary>
/// <c>{"name":"…","examples":[{"label":"…","image":"&lt;base64&gt;"},{"label":"…","upload":"&lt;id&gt;"}]}</c>, read in one pass over
/// the body's own buffers. Uploads are read when the body is over.
/// </summary>
internal sealed class JsonExamplesReader(UploadAccess uploads, IOptions<ClassifiersOptions> limits) : IExamplesReader
{
    private const int OverheadBytes = 64 * 1024;
    private const int OverheadBytesPerExample = 512;

    /// <summary>The longest piece of JSON, pictures aside, that must be held as a whole.</summary>
    private const int MaximumTokenBytes = 16 * 1024;

    public string MediaType => "application/json";

    public long MaximumBodyBytes =>
        (limits.Value.MaximumBytes * 4 / 3) + OverheadBytes + (limits.Value.MaximumExamples * (long)OverheadBytesPerExample);

    public async Task<string?> ReadAsync(HttpRequest request, ReceivedExamples examples, CancellationToken cancellationToken)
    {
        var body = new JsonExamplesBody(examples);
        var room = MaximumBodyBytes;
        try
        {
            await RequestBody.ReadAsync(
                request,
                (pieces, isLast) =>
                {
                    var unused = body.Read(pieces, isLast);
                    room -= pieces.Length - unused.Length;
                    return room < 0 ? throw RefusedBodies.TooLarge()
                        : isLast || unused.Length <= MaximumTokenBytes ? unused
                        : throw new JsonException("A member is too long.");
                },
                cancellationToken);
            body.Complete();
        }
        catch (JsonException exception)
        {
            throw InvalidRequest.Of("body", "The body is not valid JSON.", exception);
        }

        var caller = request.HttpContext.GetCaller();
        foreach (var (label, upload) in body.Uploads)
        {
            await uploads.ReadAsync(upload, caller, examples.Start().Append, cancellationToken);
            examples.Complete(label);
        }

        return body.Name;
    }
}
