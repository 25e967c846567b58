using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Client;

/// <summary>
/// An image to analyse: its bytes (JPEG, PNG, WebP or GIF, up to 20 MB), a stream of them, or the upload that holds them.
/// Arrays of bytes and streams become one by themselves where a method takes an image.
/// </summary>
public sealed class ImageInput
{
    private static readonly MediaTypeHeaderValue BytesType = new("application/octet-stream");

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly Stream? stream;

    private ImageInput(ReadOnlyMemory<byte> bytes, Stream? stream, string? upload)
    {
        this.bytes = bytes;
        this.stream = stream;
        Upload = upload;
    }

    /// <summary>The id of the upload, if it is one.</summary>
    internal string? Upload { get; }

    /// <summary>Takes the encoded file's bytes, which must not change until the call ends.</summary>
    /// <param name="bytes">The whole file.</param>
    public static ImageInput FromBytes(ReadOnlyMemory<byte> bytes) => new(bytes, stream: null, upload: null);

    /// <summary>Takes a stream of the encoded file's bytes, from where it stands to its end. It is read once and stays open.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    public static ImageInput FromStream(Stream stream) => new(bytes: default, stream, upload: null);

    /// <summary>Takes an upload that is complete; see <see cref="ImageClient.UploadAsync"/>.</summary>
    /// <param name="id">Its id.</param>
    public static ImageInput FromUpload(string id) => new(bytes: default, stream: null, id);

    /// <summary>Takes the encoded file's bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "FromBytes is its named form; it takes more than arrays.")]
    public static implicit operator ImageInput(byte[] bytes) => FromBytes(bytes);

    /// <summary>Takes a stream of the encoded file's bytes.</summary>
    /// <param name="stream">The stream; it is read once and stays open.</param>
    public static implicit operator ImageInput(Stream stream) => FromStream(stream);

    /// <summary>The body of a request for this image alone.</summary>
    internal HttpContent ToContent()
    {
        if (Upload is not null)
        {
            return JsonContent.Create(new UploadReference(Upload), ClientJsonContext.Default.UploadReference);
        }

        HttpContent content = stream is null ? new ReadOnlyMemoryContent(bytes) : new StreamContent(stream);
        content.Headers.ContentType = BytesType;
        return content;
    }

    /// <summary>The bytes as a stream; where the caller gave one, it is that very one.</summary>
    internal Stream OpenRead() => stream ?? new ReadOnlyMemoryContent(bytes).ReadAsStream();
}
