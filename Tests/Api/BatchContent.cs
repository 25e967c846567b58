using System.Net;
using System.Text;

namespace Tests.Api;

/// <summary>A batch as JSON that holds the same image several times, and is never in memory as a whole.</summary>
internal sealed class BatchContent : HttpContent
{
    private readonly byte[] image;
    private readonly int count;

    public BatchContent(byte[] image, int count)
    {
        this.image = Encoding.ASCII.GetBytes($"\"{Convert.ToBase64String(image)}\"");
        this.count = count;
        Headers.ContentType = new("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var index = 0; index < count; index++)
        {
            await stream.WriteAsync(index == 0 ? "{\"images\":["u8.ToArray() : ","u8.ToArray());
            await stream.WriteAsync(image);
        }

        await stream.WriteAsync("]}"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = "{\"images\":[]}".Length + ((long)count * image.Length) + count - 1;
        return true;
    }
}
