using System.Runtime.ExceptionServices;

namespace Client.Calls;

/// <summary>Waits before work goes on that a failure cut off: longer after each failure in a row, and not without end.</summary>
internal sealed class Reconnection
{
    private const int MaximumFailures = 6;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);

    private int failures;

    /// <summary>Whether a failure may be over when the work goes on: a lost connection, or a problem of the moment.</summary>
    public static bool IsPassing(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        HttpRequestException or IOException => true,
        ImageApiException refusal => refusal.Problem.Retryable,

        // The client's own time for one request was up.
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>Takes note that the work has come further.</summary>
    public void Advance() => failures = 0;

    /// <summary>Waits as long as the service asks for, and longer after each failure. After too many, throws the last.</summary>
    public async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (++failures > MaximumFailures)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        var delay = FirstDelay * Math.Pow(2, failures - 1);
        var asked = (failure as ImageApiException)?.RetryAfter ?? TimeSpan.Zero;
        await Task.Delay(asked > delay ? asked : delay, cancellationToken);
    }
}
