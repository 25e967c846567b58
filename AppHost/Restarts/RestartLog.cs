using Microsoft.Extensions.Logging;

namespace AppHost.Restarts;

internal static partial class RestartLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instance} {End}; the next start is in {Seconds} s.")]
    public static partial void Ended(ILogger logger, string instance, string end, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} could not be started again and stays down; its log says why. Restart the AppHost.")]
    public static partial void StaysDown(ILogger logger, string instance);
}
