using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Health;

/// <summary>
/// Holds up a stop until nobody sends requests any more. The host calls this after the readiness has gone off and before it
/// stops anything, the server among them.
/// </summary>
internal sealed partial class DrainDelay(IOptions<DrainOptions> options, TimeProvider time, ILogger<DrainDelay> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Delay > TimeSpan.Zero)
        {
            LogDraining(logger, options.Value.Delay);
            await Task.Delay(options.Value.Delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The service is to stop: it is not ready any more, and takes requests for another {Delay}")]
    private static partial void LogDraining(ILogger logger, TimeSpan delay);
}
