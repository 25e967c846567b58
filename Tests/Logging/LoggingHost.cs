using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Logging.Syslog;

namespace Tests.Logging;

/// <summary>A process that only logs, to the central log of the settings.</summary>
internal sealed class LoggingHost : IDisposable
{
    private readonly IHost host;

    public LoggingHost(IEnumerable<(string Name, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "a service" });
        builder.Configuration.AddInMemoryCollection(
            settings.Select(static setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Services.AddMetrics();
        builder.AddSyslog();
        host = builder.Build();
    }

    public IServiceProvider Services => host.Services;

    public ILogger Logger => host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Shop.Till");

    /// <summary>Waits for what has been logged to be sent.</summary>
    public void Dispose() => host.Dispose();
}
