using Microsoft.Extensions.Options;

namespace ApiService.Uploads.OnDisk;

/// <summary>Removes expired uploads from the folder, those of a process that died too.</summary>
internal sealed partial class UploadSweeper(
    DiskUploadStore store, TimeProvider time, IOptions<UploadsOptions> options, ILogger<UploadSweeper> logger) : BackgroundService
{
    /// <summary>Before the first request: a folder that cannot be used is told at once, and the quotas take in what is there.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.SweepAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await store.SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                LogNotSwept(logger, exception.GetType().Name, exception.HResult);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired uploads could not be removed, which is tried again: {Kind}, error {Number}")]
    private static partial void LogNotSwept(ILogger logger, string kind, int number);
}
