using System.Buffers;
using System.Text.Json;
using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest.Json;

/// <summary>
/// <c>{"image":"&lt;base64&gt;", …options}</c> or <c>{"images":["&lt;base64&gt;", …], …options}</c>, read in one pass over the body's own buffers: the image never becomes a string.
/// </summary>
internal sealed class JsonBodyReader : IBodyReader
{
    private const int OverheadBytes = 64 * 1024;

    /// <summary>The longest piece of JSON, the image aside, that must be held as a whole.</summary>
    private const int MaximumTokenBytes = 16 * 1024;

    public bool ReadsSeveral => true;

    public long MaximumBodyBytes(int images) => (images * (ImageLimits.MaximumBytes * 4L / 3)) + OverheadBytes;

    public bool Reads(string mediaType) => mediaType == "application/json";

    public async Task ReadAsync(
        HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken)
    {
        var body = new JsonRequestBody(images, options);
        var room = MaximumBodyBytes(images.Maximum);
        try
        {
            await RequestBody.ReadAsync(request, ReadPiece, cancellationToken);
            body.Complete();
        }
        catch (JsonException exception)
        {
            throw InvalidRequest.Of("body", "The body is not valid JSON.", exception);
        }

        ReadOnlySequence<byte> ReadPiece(ReadOnlySequence<byte> pieces, bool isLast)
        {
            var unused = Bounded(body.Read(pieces, isLast), isLast);
            room -= pieces.Length - unused.Length;
            return room >= 0 ? unused : throw RefusedBodies.TooLarge();
        }
    }

    private static ReadOnlySequence<byte> Bounded(ReadOnlySequence<byte> unused, bool isLast) =>
        isLast || unused.Length <= MaximumTokenBytes ? unused : throw new JsonException("A member is too long.");
}
