using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>The body is the image.</summary>
internal sealed class RawBodyReader : IBodyReader
{
    public bool ReadsSeveral => false;

    public long MaximumBodyBytes(int images) => ImageLimits.MaximumBytes;

    public bool Reads(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType == "application/octet-stream";

    public Task ReadAsync(
        HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken) =>
        RequestBody.ReadAsync(request, images.Start("image").Append, cancellationToken);
}
