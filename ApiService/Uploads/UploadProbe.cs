using ApiService.Ingest;
using Contracts;
using Vision.Probing;

namespace ApiService.Uploads;

/// <summary>Looks at the header of an upload while it arrives, over as many requests as that takes.</summary>
internal sealed class UploadProbe : IDisposable
{
    /// <summary>
    /// A size behind so much metadata is checked only when the image is analysed: the beginning is read again for every request
    /// that continues it, and must cost little.
    /// </summary>
    private const int ReachBytes = 256 * 1024;

    private readonly EarlyImageProbe probe = new();
    private HeldBytes? beginning;

    private UploadProbe(HeldBytes? beginning) => this.beginning = beginning;

    /// <summary>Goes on where the upload stands.</summary>
    public static async Task<UploadProbe> ResumeAsync(
        IUploadStore store, Upload upload, IngestBudget budget, CancellationToken cancellationToken)
    {
        var resumed = new UploadProbe(upload.Offset < ReachBytes ? new HeldBytes(budget) : null);
        try
        {
            if (upload.Offset is > 0 and < ReachBytes)
            {
                await store.ReadAsync(upload, resumed.Append, cancellationToken);
            }

            return resumed;
        }
        catch
        {
            resumed.Dispose();
            throw;
        }
    }

    /// <exception cref="ProblemException"><c>invalid_image</c> or <c>image_dimensions</c>: this will never be an image that is taken.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (beginning is null)
        {
            return;
        }

        beginning.Append(bytes[..Math.Min(bytes.Length, ReachBytes - beginning.Memory.Length)]);
        if (probe.TryRead(beginning.Memory.Span, out _) || beginning.Memory.Length == ReachBytes)
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        beginning?.Dispose();
        beginning = null;
    }
}
