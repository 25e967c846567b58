using ApiService.Callers;
using Contracts;
using Microsoft.Extensions.Options;
using Vision.Probing;

namespace ApiService.Uploads;

/// <summary>Begins uploads, with their first bytes where these come along.</summary>
internal sealed class UploadCreator(IUploadStore store, UploadReceiver receiver, TimeProvider time, IOptions<UploadsOptions> options)
{
    /// <exception cref="ProblemException">What the headers, the quota or the bytes are refused for; nothing is left of the upload then.</exception>
    public async Task<Upload> CreateAsync(
        HttpRequest request, long length, string? metadata, UploadChecksum? checksum, CancellationToken cancellationToken)
    {
        Require(request, length);
        var caller = request.HttpContext.GetCaller();
        var expiresAt = time.GetUtcNow() + options.Value.Expiration;
        var upload = new Upload(UploadId.Create(), caller.Id, caller.HasKey, length, metadata, expiresAt);
        await store.CreateAsync(upload, cancellationToken);
        return UploadBody.HasUploadType(request) ? await ReceiveAsync(request, upload, checksum, cancellationToken) : upload;
    }

    private static void Require(HttpRequest request, long length)
    {
        if (length > ImageLimits.MaximumBytes)
        {
            throw new ProblemException(ErrorCodes.ImageTooLarge, $"An image may have at most {ImageLimits.MaximumBytes} bytes.");
        }

        if (UploadBody.IsPresent(request) && !UploadBody.HasUploadType(request))
        {
            throw UploadBody.WrongType();
        }
    }

    private async Task<Upload> ReceiveAsync(HttpRequest request, Upload upload, UploadChecksum? checksum, CancellationToken cancellationToken)
    {
        try
        {
            return upload with { Offset = await receiver.ReceiveAsync(request, upload, checksum, cancellationToken) };
        }
        catch
        {
            // Whoever sent it has not learned its id, so nobody could go on with it.
            await store.DeleteAsync(upload, CancellationToken.None);
            throw;
        }
    }
}
