using ApiService.Telemetry;
using Contracts;

namespace ApiService.Inference;

/// <summary>
/// Learns how much work the engine takes at once, and refuses the rest without asking it: in two processes that would cost both of
/// them more than the refusal is worth, at the time when they can afford it least. Each refusal of the engine lowers the limit to
/// what it held besides; then the limit grows by one a moment, so that it follows an engine that becomes faster or gets replicas.
/// </summary>
internal sealed class ConcurrencyLimit(TimeProvider time, ApiTelemetry telemetry)
{
    /// <summary>Of twenty requests a second the engine is asked whether it takes one more; that costs nothing.</summary>
    private static readonly TimeSpan GrowthInterval = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private long running;
    private long learned = int.MaxValue;
    private long learnedAt = time.GetTimestamp();

    /// <summary>How much work the engine takes, as far as is known.</summary>
    public long Value
    {
        get
        {
            lock (gate)
            {
                return learned + (long)(time.GetElapsedTime(learnedAt) / GrowthInterval);
            }
        }
    }

    /// <summary>Describes the refusal, without throwing it.</summary>
    public static ProblemException Refusal() => new(ErrorCodes.Overloaded, "Too many images are waiting; try again in a moment.");

    /// <summary>Asks the engine, unless it has as much work as it takes.</summary>
    /// <exception cref="ProblemException"><c>overloaded</c>, or a problem of the work.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        Enter();
        try
        {
            return await work();
        }
        catch (ProblemException problem) when (problem.Code == ErrorCodes.Overloaded)
        {
            Learn();
            telemetry.TurnedAway("engine");
            throw;
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        lock (gate)
        {
            if (running >= Value)
            {
                telemetry.TurnedAway("engine");
                throw Refusal();
            }

            running++;
        }
    }

    private void Learn()
    {
        lock (gate)
        {
            learned = Math.Max(1, Math.Min(Value, running - 1));
            learnedAt = time.GetTimestamp();
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            running--;
        }
    }
}
