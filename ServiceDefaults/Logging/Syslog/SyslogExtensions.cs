using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDefaults.Logging.Syslog;

internal static class SyslogExtensions
{
    /// <summary>The central log, where the settings name one.</summary>
    public static void AddSyslog(this IHostApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(SyslogOptions.SectionName);
        builder.Services.AddOptions<SyslogOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        if (section.GetValue<SyslogProtocol>(nameof(SyslogOptions.Protocol)) != SyslogProtocol.None)
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
            builder.Services.AddSingleton<SyslogTelemetry>();
            builder.Services.AddSingleton<ILoggerProvider, SyslogLoggerProvider>();
        }
    }
}
