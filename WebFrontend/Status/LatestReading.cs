namespace WebFrontend.Status;

/// <summary>What the services last told. However many watch, they are asked once in a lifetime, by the first who comes after it.</summary>
internal sealed class LatestReading(StatusReader reader, IHostApplicationLifetime host, TimeProvider time)
{
    /// <summary>A little less than the page waits, so that it gets a new one each time.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1.75);

    private readonly Lock oneAtATime = new();
    private Task<Reading>? latest;

    /// <summary>The reading that is there or on its way. It is read for all who wait for it, so it does not end with the one who came first.</summary>
    public async Task<StatusReading> GetAsync(CancellationToken cancellationToken)
    {
        Task<Reading> reading;
        lock (oneAtATime)
        {
            reading = latest = latest is null || IsOver(latest) ? ReadAsync() : latest;
        }

        return (await reading.WaitAsync(cancellationToken)).Value;
    }

    private bool IsOver(Task<Reading> reading) =>
        reading.IsCompleted && !(reading.IsCompletedSuccessfully && time.GetElapsedTime(reading.Result.At) < Lifetime);

    private async Task<Reading> ReadAsync() => new(await reader.ReadAsync(host.ApplicationStopping), time.GetTimestamp());

    private sealed record Reading(StatusReading Value, long At);
}
