using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration.Console;

/// <summary>
/// Shows what the resources write: to loggers of their own in tests, otherwise on the AppHost's console, one line each after
/// the name of its resource.
/// </summary>
internal sealed class ConsoleEcho(
    ResourceLoggerService logs, DistributedApplicationOptions options, IHostEnvironment environment, ILoggerFactory loggers)
{
    private const int NameWidth = 10;

    public void Begin() => logs.LineWritten += options.EnableResourceLogging ? Log : Print;

    private static void Print(string resource, LogLine line) =>
        (line.IsErrorMessage ? System.Console.Error : System.Console.Out).WriteLine($"{resource.PadRight(NameWidth)}| {line.Content}");

    private void Log(string resource, LogLine line)
    {
        var logger = loggers.CreateLogger($"{environment.ApplicationName}.Resources.{resource}");
        if (line.IsErrorMessage)
        {
            ConsoleLog.Error(logger, line.Content);
        }
        else
        {
            ConsoleLog.Output(logger, line.Content);
        }
    }
}
