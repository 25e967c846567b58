using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Instances;

/// <summary>What the orchestrator writes into the log of a resource.</summary>
internal static partial class InstanceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    public static partial void FailedToStart(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for {Dependency}.")]
    public static partial void Waiting(ILogger logger, string dependency);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Resource} is healthy but does not become ready, because a handler of its ready event has failed: {Reason}")]
    public static partial void ReadyHandlerFailed(ILogger logger, string resource, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Instance} has finished.")]
    public static partial void Finished(ILogger logger, string instance);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Instance} has ended by itself with exit code {Code}.")]
    public static partial void Ended(ILogger logger, string instance, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A handler of the stopped event of {Instance} has failed: {Reason}")]
    public static partial void StoppedHandlerFailed(ILogger logger, string instance, string reason);
}
