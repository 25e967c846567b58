using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>The body is the image.</summary>
internal sealed class RawBodyReader : IBodyReader
{
    /// <summary>Lets the image's own limit speak first: beyond the server's, a connection is cut instead of answered.</summary>
    private const int OverheadBytes = 64 * 1024;

    public bool ReadsSeveral => false;

    public long MaximumBodyBytes(int images) => ImageLimits.MaximumBytes + OverheadBytes;

    public bool Reads(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType == "application/octet-stream";

    public Task ReadAsync(
        HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken) =>
        RequestBody.ReadAsync(request, images.Start("image").Append, cancellationToken);
}
