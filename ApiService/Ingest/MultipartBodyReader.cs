using Vision.Probing;

namespace ApiService.Ingest;

/// <summary>A form: an image is a part <c>image</c>, <c>images</c> or <c>file</c>, options are fields.</summary>
internal sealed class MultipartBodyReader : IBodyReader
{
    private const int OverheadBytes = 64 * 1024;
    private const int MaximumParts = 32;

    public bool ReadsSeveral => true;

    public long MaximumBodyBytes(int images) => ((long)images * ImageLimits.MaximumBytes) + OverheadBytes;

    public bool Reads(string mediaType) => mediaType == "multipart/form-data";

    public async Task ReadAsync(
        HttpRequest request, RequestImages images, RequestOptions options, CancellationToken cancellationToken)
    {
        await MultipartForm.ReadAsync(
            request,
            MaximumParts,
            async (name, part) =>
            {
                if (name is "image" or "file" || (name == "images" && images.AreSeveral))
                {
                    await MultipartForm.CopyAsync(part, images.Start(name).Append, cancellationToken);
                }
                else if (name == "upload")
                {
                    images.AddUpload(name, await MultipartForm.ReadFieldAsync(part, name, cancellationToken));
                }
                else
                {
                    options.AddFromBody(name, await MultipartForm.ReadFieldAsync(part, name, cancellationToken));
                }
            },
            cancellationToken);
        if (images.Slots.Count == 0)
        {
            throw InvalidRequest.Of("image", "A part named image or file, or the field upload, is expected.");
        }
    }
}
