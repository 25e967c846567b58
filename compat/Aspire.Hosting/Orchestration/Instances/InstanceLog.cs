using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>What the orchestrator writes into the log of a resource.</summary>
internal static partial class InstanceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void FailedToStart(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} has ended by itself with exit code {Code} and is not started again; restart the AppHost.")]
    public static partial void Ended(ILogger logger, string instance, int code);
}
