using Contracts;
using Microsoft.Extensions.Options;

namespace ApiService.Ingest;

/// <summary>Bounds the memory of all images that are on their way through this process, however many callers send at once.</summary>
internal sealed class IngestBudget(IOptions<IngestOptions> options)
{
    private readonly long maximum = options.Value.MaximumBytesInFlight;
    private long taken;

    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    public void Take(int bytes)
    {
        if (Interlocked.Add(ref taken, bytes) > maximum)
        {
            Return(bytes);
            throw new ProblemException(ErrorCodes.Overloaded, "Too many images are being received; try again in a moment.");
        }
    }

    public void Return(long bytes) => Interlocked.Add(ref taken, -bytes);
}
