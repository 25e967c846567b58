using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Logging.Syslog;

/// <summary>Gives every line of the log to the central one. Which lines those are say the levels of <c>Logging:Syslog</c>.</summary>
[ProviderAlias("Syslog")]
internal sealed class SyslogLoggerProvider : ILoggerProvider
{
    /// <summary>How long a stop waits for the last lines to be taken.</summary>
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource ending = new();
    private readonly SyslogQueue queue;
    private readonly TimeProvider time;
    private readonly Task sending;

    public SyslogLoggerProvider(IOptions<SyslogOptions> options, SyslogTelemetry telemetry, IHostEnvironment environment, TimeProvider time)
    {
        this.time = time;
        queue = new SyslogQueue(options.Value.Capacity, telemetry);
        var sender = new SyslogSender(
            queue, new SyslogFormat(options.Value, environment.ApplicationName), new SyslogConnector(options.Value), telemetry, time);
        sending = Task.Run(() => sender.RunAsync(ending.Token));
    }

    public ILogger CreateLogger(string categoryName) => new SyslogLogger(categoryName, queue, time);

    public void Dispose()
    {
        queue.Complete();
        ending.CancelAfter(FlushLimit);
        sending.Wait(CancellationToken.None);
        ending.Dispose();
    }
}
