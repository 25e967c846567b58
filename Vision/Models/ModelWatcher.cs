using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vision.Models;

/// <summary>Looks at the repository again and again: another process may have changed it, and nobody else may tell.</summary>
internal sealed partial class ModelWatcher(ModelRepository repository, IOptions<ModelsOptions> options, ILogger<ModelWatcher> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await repository.RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // What is loaded goes on answering; the folder may be back next time.
                LogAway(logger, exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model repository cannot be looked at: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
