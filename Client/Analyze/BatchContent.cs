using System.Net;
using System.Text.Json;

namespace Client;

/// <summary>The images of a batch as JSON, the one body that may also name uploads; written piece by piece as it is sent.</summary>
internal sealed class BatchContent : HttpContent
{
    private readonly IReadOnlyList<ImageInput> images;

    public BatchContent(IReadOnlyList<ImageInput> images)
    {
        this.images = images;
        Headers.ContentType = new("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteStartArray("images");
        foreach (var image in images)
        {
            if (image.Upload is { } upload)
            {
                JsonSerializer.Serialize(json, new UploadReference(upload), ClientJsonContext.Default.UploadReference);
            }
            else
            {
                await ImageText.WriteAsync(json, image.OpenRead(), cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>The length is not known before everything has been read.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
