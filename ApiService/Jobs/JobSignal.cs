namespace ApiService.Jobs;

/// <summary>One who waits for a signal. It may get lost with a connection, so nobody waits for it alone.</summary>
internal sealed class JobSignal(JobSignals signals) : IDisposable
{
    /// <summary>After so long whoever waits looks for itself.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private TaskCompletionSource raised = Create();

    public void Raise() => Volatile.Read(ref raised).TrySetResult();

    /// <summary>Waits for the next signal, but not for ever. What it is about must be looked at afterwards, not before.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await Task.WhenAny(Volatile.Read(ref raised).Task, Task.Delay(atMost, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (raised.Task.IsCompleted)
        {
            Interlocked.Exchange(ref raised, Create());
        }
    }

    public void Dispose() => signals.Forget(this);

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
