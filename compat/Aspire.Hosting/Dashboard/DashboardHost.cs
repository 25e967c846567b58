using Aspire.Dashboard;
using Aspire.Dashboard.Console;
using Aspire.Dashboard.Resources;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Console;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>
/// Starts the dashboard before the first resource, which has to know where to send its telemetry, and ends it after the last one.
/// Without a dashboard the application runs all the same.
/// </summary>
internal sealed class DashboardHost(
    IConfiguration configuration,
    IHostEnvironment environment,
    DistributedApplicationModel model,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    ResourceCommandService commands,
    DashboardFeed feed,
    ILoggerFactory loggers) : IHostedLifecycleService, IAsyncDisposable
{
    private readonly ILogger logger = loggers.CreateLogger(ConsoleLog.Category);
    private readonly CancellationTokenSource stopping = new();
    private DashboardServer? server;
    private Task feeding = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var options = DashboardSettings.Read(configuration, environment);
        var console = new ConsoleLines(TimeProvider.System);
        var resources = new DashboardResources { Execute = ExecuteAsync };
        try
        {
            server = await DashboardServer.StartAsync(options, resources, console, cancellationToken);
        }
        catch (IOException exception)
        {
            DashboardLog.NotStarted(logger, exception.Message);
            return;
        }

        logs.LineWritten += (resource, line) => console.Add(resource, line.Content, line.IsErrorMessage);
        configuration[DashboardSettings.OtlpKey] = options.OtlpApiKey;
        configuration[DashboardSettings.OtlpGrpcVariable] = server.OtlpGrpc?.AbsoluteUri.TrimEnd('/');
        configuration[DashboardSettings.OtlpHttpVariable] = server.OtlpHttp?.AbsoluteUri.TrimEnd('/');
        notifications.Publish(
            model.Resources.OfType<DashboardResource>().Single(),
            DashboardResource.ResourceName,
            snapshot => snapshot with { Urls = [new UrlSnapshot("http", server.Frontend.AbsoluteUri, IsInternal: false)] });
        feeding = feed.RunAsync(resources, stopping.Token);
        Tell(options, server);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await feeding.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref server, null) is { } running)
        {
            await running.DisposeAsync();
        }

        stopping.Dispose();
    }

    private async Task<CommandResult> ExecuteAsync(string name, string command, CancellationToken cancellationToken)
    {
        var result = await commands.ExecuteCommandAsync(feed.InstanceOf(name), command, cancellationToken);
        return new CommandResult(result.Success, result.ErrorMessage);
    }

    private void Tell(DashboardOptions options, DashboardServer running)
    {
        var url = running.Frontend.AbsoluteUri.TrimEnd('/');
        var login = options.BrowserToken is null ? url : $"{url}/login?t={options.BrowserToken}";
        DashboardLog.Listening(logger, url);
        DashboardLog.Login(logger, login);
        DashboardLog.Summary(logger, url, login, running.OtlpGrpc?.AbsoluteUri ?? "off", running.OtlpHttp?.AbsoluteUri ?? "off");
    }
}
