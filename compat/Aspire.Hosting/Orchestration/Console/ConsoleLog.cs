using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Console;

/// <summary>The lines of the console; tools and people look for some of them by their exact words.</summary>
internal static partial class ConsoleLog
{
    public const string Category = "Aspire.Hosting.DistributedApplication";

    [LoggerMessage(Level = LogLevel.Information, Message = "Distributed application starting.")]
    public static partial void Starting(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Application host directory is: {Directory}")]
    public static partial void AppHostDirectory(ILogger logger, string directory);

    [LoggerMessage(Level = LogLevel.Information, Message = "Distributed application started. Press Ctrl+C to shut down.")]
    public static partial void Started(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Resource} is ready at {Url}")]
    public static partial void Ready(ILogger logger, string resource, string url);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    public static partial void Output(ILogger logger, string line);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Line}")]
    public static partial void Error(ILogger logger, string line);
}
