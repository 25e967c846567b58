using Contracts;

namespace ApiService.Inference;

/// <summary>
/// For a moment after the inference service has refused work because its queue is full, more work is refused here, without
/// sending the image on: that would cost both services more than the refusal is worth, at the time when they can afford it least.
/// The pause is short against the time in which a full queue is worked off, so no worker ever waits for work because of it.
/// </summary>
internal sealed class OverloadPause(TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(50);

    private long lastRefusal;

    /// <exception cref="ProblemException"><c>overloaded</c>.</exception>
    public void Check()
    {
        var last = Volatile.Read(ref lastRefusal);
        if (last != 0 && time.GetElapsedTime(last) < Length)
        {
            throw new ProblemException(ErrorCodes.Overloaded, "Too many images are waiting; try again in a moment.");
        }
    }

    public void Refused() => Volatile.Write(ref lastRefusal, time.GetTimestamp());
}
