using System.Buffers;
using Client.Calls;
using Contracts;

namespace Client;

/// <summary>Brings the rest of one upload to the service, over as many connections as that takes.</summary>
/// <param name="api">The service.</param>
/// <param name="id">The upload.</param>
/// <param name="image">The bytes, from where the stream stands now.</param>
/// <param name="options">How.</param>
internal sealed class UploadTransfer(ApiConnection api, string id, Stream image, UploadOptions options)
{
    private readonly Reconnection reconnection = new();
    private readonly long start = image.Position;
    private readonly long length = image.Length - image.Position;

    /// <summary>Sends everything behind an offset.</summary>
    /// <param name="offset">How much the service has; null if that is not known.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    public async Task RunAsync(long? offset, CancellationToken cancellationToken)
    {
        var chunk = ArrayPool<byte>.Shared.Rent((int)Math.Min(options.ChunkBytes, length));
        try
        {
            while (offset is null || offset < length)
            {
                offset = await TryAdvanceAsync(offset, chunk, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Goes one request further. After a cut, only the service knows how far it came.</summary>
    private async Task<long?> TryAdvanceAsync(long? offset, byte[] chunk, CancellationToken cancellationToken)
    {
        try
        {
            var reached = offset is { } known
                ? await SendAsync(known, chunk, cancellationToken)
                : await TusRequests.GetOffsetAsync(api, id, cancellationToken);
            if (offset is not null)
            {
                reconnection.Advance();
            }

            options.Progress?.Report(reached);
            return reached;
        }
        catch (Exception failure) when (
            Reconnection.IsPassing(failure, cancellationToken)
            || failure is ImageApiException { Problem.Code: var code } && code == ErrorCodes.UploadChecksum.Code)
        {
            await reconnection.WaitAsync(failure, cancellationToken);
            return null;
        }
    }

    private async Task<long> SendAsync(long offset, byte[] chunk, CancellationToken cancellationToken)
    {
        var bytes = chunk.AsMemory(0, (int)Math.Min(options.ChunkBytes, length - offset));
        image.Position = start + offset;
        await image.ReadExactlyAsync(bytes, cancellationToken);
        return await TusRequests.AppendAsync(api, id, offset, bytes, cancellationToken);
    }
}
