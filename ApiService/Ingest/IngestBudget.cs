using ApiService.Telemetry;
using Contracts;
using Microsoft.Extensions.Options;

namespace ApiService.Ingest;

/// <summary>Bounds the memory of all images that are on their way through this process, however many callers send at once.</summary>
internal sealed class IngestBudget
{
    private readonly long maximum;
    private readonly ApiTelemetry telemetry;
    private long taken;

    public IngestBudget(IOptions<IngestOptions> options, ApiTelemetry telemetry)
    {
        maximum = options.Value.MaximumBytesInFlight;
        this.telemetry = telemetry;
        telemetry.ObserveIngest(() => Volatile.Read(ref taken), maximum);
    }

    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    public void Take(int bytes)
    {
        if (Interlocked.Add(ref taken, bytes) > maximum)
        {
            Return(bytes);
            telemetry.TurnedAway("memory");
            throw new ProblemException(ErrorCodes.Overloaded, "Too many images are being received; try again in a moment.");
        }
    }

    public void Return(long bytes) => Interlocked.Add(ref taken, -bytes);
}
