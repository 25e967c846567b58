using ServiceDefaults.Http;
using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>The body is the image.</summary>
internal sealed class RawBodyReader : IBodyReader
{
    public long MaximumBodyBytes => ImageLimits.MaximumBytes;

    public bool Reads(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType == "application/octet-stream";

    public Task ReadAsync(
        HttpRequest request, ReceivedImage image, RequestOptions options, CancellationToken cancellationToken) =>
        RequestBody.ReadAsync(request, image.Append, cancellationToken);
}
