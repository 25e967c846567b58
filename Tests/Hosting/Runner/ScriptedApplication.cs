using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Tests.Hosting.Runner;

/// <summary>A small model of real shell processes, run by the real orchestrator.</summary>
internal sealed class ScriptedApplication : IAsyncDisposable
{
    /// <summary>A script that ends at once when it is told to.</summary>
    public const string Forever = "while :; do sleep 0.05; done";

    private readonly CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
    private DistributedApplication? application;

    public ScriptedApplication()
    {
        Builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { DisableDashboard = true, EnableResourceLogging = true });
        Builder.Services.AddLogging(static logging => logging.ClearProviders());
    }

    public IDistributedApplicationBuilder Builder { get; }

    /// <summary>Ends every wait of a test.</summary>
    public CancellationToken Patience => patience.Token;

    public ResourceNotificationService Notifications => application!.ResourceNotifications;

    public IResourceBuilder<ExecutableResource> Add(string name, string script) =>
        Builder.AddExecutable(name, "/bin/sh", "/", "-c", script);

    public async Task StartAsync()
    {
        application = Builder.Build();
        await application.StartAsync(Patience);
    }

    public Task StopAsync() => application!.StopAsync(Patience);

    public Task<ExecuteCommandResult> ExecuteAsync(string resource, string command) =>
        application!.ResourceCommands.ExecuteCommandAsync(resource, command, Patience);

    /// <summary>Runs a command for every instance of the resource.</summary>
    public Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string command) =>
        application!.ResourceCommands.ExecuteCommandAsync(resource, command, Patience);

    /// <summary>The first lines of a resource, as many as are asked for.</summary>
    public async Task<List<string>> ReadLinesAsync(string resource, int count)
    {
        var lines = new List<string>();
        await foreach (var batch in application!.Services.GetRequiredService<ResourceLoggerService>().WatchAsync(resource).WithCancellation(Patience))
        {
            lines.AddRange(batch.Select(static line => line.Content));
            if (lines.Count >= count)
            {
                break;
            }
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (application is not null)
        {
            await application.StopAsync(CancellationToken.None);
            await application.DisposeAsync();
            application = null;
        }

        patience.Dispose();
    }
}
