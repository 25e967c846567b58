using System.Buffers;
using ApiService.Ingest;
using Contracts;
using ServiceDefaults.Deadlines;
using ServiceDefaults.Http;

namespace ApiService.Uploads;

/// <summary>Takes the bytes of one request into an upload.</summary>
internal sealed class UploadReceiver(IUploadStore store, IngestBudget budget)
{
    /// <summary>So much is written at once, however small the pieces are in which it comes.</summary>
    private const int PieceBytes = 64 * 1024;

    /// <summary>Takes the body; what is no image that is taken removes the upload.</summary>
    /// <returns>How far the upload is now.</returns>
    /// <exception cref="ProblemException">
    /// <c>upload_invalid</c>, <c>upload_checksum</c>, <c>upload_offset_mismatch</c>, <c>invalid_image</c>, <c>image_dimensions</c> or <c>overloaded</c>.
    /// </exception>
    public async Task<long> ReceiveAsync(
        HttpRequest request, Upload upload, UploadChecksum? checksum, CancellationToken cancellationToken)
    {
        UploadBody.Limit(request, upload);
        try
        {
            using var probe = await UploadProbe.ResumeAsync(store, upload, budget, cancellationToken);
            return checksum is null
                ? await StoreAsItComesAsync(request, upload, probe, cancellationToken)
                : await StoreIfItIsRightAsync(request, upload, probe, checksum, cancellationToken);
        }
        catch (ProblemException problem) when (problem.Code == ErrorCodes.InvalidImage || problem.Code == ErrorCodes.ImageDimensions)
        {
            await store.DeleteAsync(upload, cancellationToken);
            throw;
        }
    }

    private async Task<long> StoreAsItComesAsync(HttpRequest request, Upload upload, UploadProbe probe, CancellationToken cancellationToken)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        var (offset, held) = (upload.Offset, 0);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(piece.AsMemory(held, PieceBytes - held), cancellationToken)) > 0)
            {
                Check(piece.AsSpan(held, read), upload, offset + held, probe);
                held += read;
                if (held == PieceBytes)
                {
                    await store.AppendAsync(upload, offset, piece.AsMemory(0, held), cancellationToken);
                    (offset, held) = (offset + held, 0);
                }
            }

            RequestDeadline.BodyReceived(request.HttpContext);
            await store.AppendAsync(upload, offset, piece.AsMemory(0, held), cancellationToken);
            return offset + held;
        }
        catch (Exception cut) when (cut is not ProblemException)
        {
            // The sender left, was too slow, or has to go: it need not send again what has arrived.
            await store.AppendAsync(upload, offset, piece.AsMemory(0, held), CancellationToken.None);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private async Task<long> StoreIfItIsRightAsync(
        HttpRequest request, Upload upload, UploadProbe probe, UploadChecksum checksum, CancellationToken cancellationToken)
    {
        using var body = new HeldBytes(budget);
        await RequestBody.ReadAsync(request, Append, cancellationToken);
        RequestDeadline.BodyReceived(request.HttpContext);

        // Bytes that got lost on the line are no reason to take the image for a wrong one.
        checksum.Verify(body.Memory.Span);
        probe.Append(body.Memory.Span);
        await store.AppendAsync(upload, upload.Offset, body.Memory, cancellationToken);
        return upload.Offset + body.Memory.Length;

        void Append(ReadOnlySpan<byte> bytes)
        {
            Require(bytes, upload, upload.Offset + body.Memory.Length);
            body.Append(bytes);
        }
    }

    private static void Check(ReadOnlySpan<byte> bytes, Upload upload, long offset, UploadProbe probe)
    {
        Require(bytes, upload, offset);
        probe.Append(bytes);
    }

    private static void Require(ReadOnlySpan<byte> bytes, Upload upload, long offset)
    {
        if (offset + bytes.Length > upload.Length)
        {
            throw UploadBody.TooLong();
        }
    }
}
