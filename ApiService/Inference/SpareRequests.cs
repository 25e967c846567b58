using Microsoft.Extensions.Options;

namespace ApiService.Inference;

/// <summary>
/// Says how many may come in beyond those whose work the engine takes, because their answers may be in a cache. Each that found
/// none there was read and hashed in vain, and that takes processor time from those who were accepted; so it costs a place, which
/// comes back after a time, while an answer keeps its own. Callers whose answers are cached come in as fast as they like, and a
/// flood of new images costs no more than <see cref="Interval"/> allows.
/// </summary>
internal sealed class SpareRequests(TimeProvider time, IOptions<InferenceOptions> options)
{
    /// <summary>How long it takes until a place that was used in vain can be used again.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly Lock gate = new();
    private readonly int capacity = options.Value.SpareRequests;
    private int inside;
    private double places = options.Value.SpareRequests;
    private long countedAt = time.GetTimestamp();

    public bool TryEnter()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            places = Math.Min(capacity, places + (time.GetElapsedTime(countedAt, now) / Interval));
            countedAt = now;
            if (inside >= capacity || places < 1)
            {
                return false;
            }

            places--;
            inside++;
            return true;
        }
    }

    public void Leave(bool isAnswered)
    {
        lock (gate)
        {
            inside--;
            if (isAnswered)
            {
                places = Math.Min(capacity, places + 1);
            }
        }
    }
}
