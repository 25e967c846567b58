using System.Threading.Channels;
using ApiService.Redis;
using StackExchange.Redis;

namespace ApiService.Jobs;

/// <summary>Passes on how far the work of a job is, in steps that are worth telling. The work itself never waits for that.</summary>
internal sealed class JobProgress(JobLease lease) : IProgress<double>
{
    private const double Step = 0.02;
    private const double Highest = 0.99;
    private const int Decimals = 2;

    private readonly Channel<double> reports =
        Channel.CreateBounded<double>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Report(double value) => reports.Writer.TryWrite(value);

    /// <summary>Tells the store of each step, until it is cancelled.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var told = 0.0;
        try
        {
            await foreach (var value in reports.Reader.ReadAllAsync(cancellationToken))
            {
                var done = Math.Round(Math.Clamp(value, 0, Highest), Decimals);
                if (done >= told + Step)
                {
                    told = done;
                    await TellAsync(done, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task TellAsync(double done, CancellationToken cancellationToken)
    {
        try
        {
            await lease.Store.ReportAsync(lease, done, cancellationToken);
        }
        catch (Exception exception) when (exception is RedisAwayException or RedisException)
        {
            // The next step tells it too.
        }
    }
}
