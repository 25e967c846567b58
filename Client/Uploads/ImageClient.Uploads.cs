namespace Client;

public sealed partial class ImageClient
{
    /// <summary>
    /// Uploads an image in pieces, each with its checksum, by the protocol tus 1.0.0 (<c>/api/uploads</c>). After a cut it goes on
    /// where the service stands, up to six times in a row.
    /// </summary>
    /// <param name="image">A seekable stream of the encoded file's bytes, from where it stands to its end; it stays open.</param>
    /// <param name="options">The size of a piece, and who is told of the progress.</param>
    /// <param name="cancellationToken">Ends the upload. What was sent expires within an hour.</param>
    /// <returns>The upload's id, for <see cref="ImageInput.FromUpload"/>.</returns>
    /// <exception cref="ArgumentException">The stream is not seekable.</exception>
    /// <exception cref="ImageApiException">
    /// <c>image_too_large</c>, <c>invalid_image</c>, <c>image_dimensions</c>, <c>upload_quota</c>, <c>upload_not_found</c> (it has
    /// expired), <c>key_required</c> or <c>rate_limited</c>; <c>overloaded</c> when that has not passed after six times.
    /// </exception>
    public async Task<string> UploadAsync(Stream image, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireSeekable(image);
        var id = await CreateUploadAsync(image.Length - image.Position, cancellationToken);
        await new UploadTransfer(api, id, image, options ?? new()).RunAsync(offset: 0, cancellationToken);
        return id;
    }

    /// <summary>
    /// Begins an upload without sending any of it. Whoever keeps its id can continue it from another process, also after
    /// <see cref="ContinueUploadAsync"/> has failed.
    /// </summary>
    /// <param name="length">The size of the encoded file in bytes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The upload's id.</returns>
    /// <exception cref="ImageApiException"><c>image_too_large</c>, <c>invalid_image</c> (no bytes), <c>upload_quota</c> or <c>key_required</c>.</exception>
    public Task<string> CreateUploadAsync(long length, CancellationToken cancellationToken = default) =>
        TusRequests.CreateAsync(api, length, cancellationToken);

    /// <summary>Continues an upload where the service stands, as <see cref="UploadAsync"/> does.</summary>
    /// <param name="id">The upload's id.</param>
    /// <param name="image">A seekable stream of the whole file's bytes, from where it stands to its end; it stays open.</param>
    /// <param name="options">The size of a piece, and who is told of the progress.</param>
    /// <param name="cancellationToken">Ends the call; the upload can be continued.</param>
    /// <exception cref="ArgumentException">The stream is not seekable.</exception>
    /// <exception cref="ImageApiException">As <see cref="UploadAsync"/>.</exception>
    public Task ContinueUploadAsync(
        string id, Stream image, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        RequireSeekable(image);
        return new UploadTransfer(api, id, image, options ?? new()).RunAsync(offset: null, cancellationToken);
    }

    /// <summary>Removes an upload, finished or not, which makes room for others.</summary>
    /// <param name="id">The upload's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ImageApiException"><c>upload_not_found</c>.</exception>
    public Task DeleteUploadAsync(string id, CancellationToken cancellationToken = default) =>
        TusRequests.DeleteAsync(api, id, cancellationToken);

    private static void RequireSeekable(Stream image)
    {
        if (!image.CanSeek)
        {
            throw new ArgumentException("An upload that can be resumed needs a stream that can seek.", nameof(image));
        }
    }
}
