using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using ServiceDefaults.Logging.Syslog;

namespace ServiceDefaults.Logging;

internal static class LoggingExtensions
{
    private const string FormatterSetting = "Logging:Console:FormatterName";

    /// <summary>Where the log goes: to the console, for people in development and as lines of JSON otherwise, and to the central log.</summary>
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>();
        var isForPeople = builder.Environment.IsDevelopment();
        builder.Services.Configure<ConsoleLoggerOptions>(options =>
        {
            // A console that is slow to be read must not hold requests up; what it drops, it counts.
            options.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            options.FormatterName = builder.Configuration[FormatterSetting]
                ?? (isForPeople ? ConsoleFormatterNames.Simple : JsonLineFormatter.FormatterName);
        });
        builder.AddSyslog();
        builder.Services.AddSingleton<IStartupFilter, RequestLog>();
    }
}
