using System.Net;
using System.Text.Json;

namespace Client;

/// <summary>A classifier's name and examples as JSON, the one body that may also name uploads; written piece by piece as it is sent.</summary>
internal sealed class ClassifierContent : HttpContent
{
    private readonly string name;
    private readonly IEnumerable<ClassifierExample> examples;

    public ClassifierContent(string name, IEnumerable<ClassifierExample> examples)
    {
        (this.name, this.examples) = (name, examples);
        Headers.ContentType = new("application/json");
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartArray("examples");
        foreach (var example in examples)
        {
            json.WriteStartObject();
            json.WriteString("label", example.Label);
            if (example.Image.Upload is { } upload)
            {
                json.WriteString("upload", upload);
            }
            else
            {
                json.WritePropertyName("image");
                await ImageText.WriteAsync(json, example.Image.OpenRead(), cancellationToken);
            }

            json.WriteEndObject();
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
