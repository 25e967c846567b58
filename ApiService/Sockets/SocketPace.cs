using System.Globalization;
using System.Net.WebSockets;
using Contracts;

namespace ApiService.Sockets;

/// <summary>Watches how fast a sender is, from the opening of its socket on. Empty frames are no sign of life.</summary>
/// <param name="silence">How long the next bytes may take to come.</param>
/// <param name="minimumBytesPerSecond">How many must come, beyond that time.</param>
/// <param name="time">The clock.</param>
internal sealed class SocketPace(TimeSpan silence, double minimumBytesPerSecond, TimeProvider time)
{
    private readonly long opened = time.GetTimestamp();
    private long silentSince;
    private long total;
    private bool wasEmpty;

    public TimeSpan Silence => silence;

    /// <summary>Waits for the next bytes.</summary>
    /// <exception cref="SocketViolationException">They do not come in time.</exception>
    public async Task<ValueWebSocketReceiveResult> KeepAsync(Task<ValueWebSocketReceiveResult> receiving, CancellationToken cancellationToken)
    {
        silentSince = wasEmpty ? silentSince : time.GetTimestamp();
        var left = silence - time.GetElapsedTime(silentSince);
        try
        {
            return await receiving.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw TooSlow(string.Create(CultureInfo.InvariantCulture, $"Nothing came for {silence.TotalSeconds} seconds."));
        }
    }

    /// <summary>Takes note of what came.</summary>
    /// <exception cref="SocketViolationException">All in all it comes too slowly.</exception>
    public void Came(int bytes)
    {
        wasEmpty = bytes == 0;
        total += bytes;
        if (time.GetElapsedTime(opened) > silence + TimeSpan.FromSeconds(total / minimumBytesPerSecond))
        {
            throw TooSlow("The image comes too slowly.");
        }
    }

    private static SocketViolationException TooSlow(string detail) => new(
        WebSocketCloseStatus.PolicyViolation, new ProblemException(ErrorCodes.DeadlineExceeded, detail));
}
