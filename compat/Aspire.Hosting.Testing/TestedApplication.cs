using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An application whose AppHost runs on a thread of its own: starting it lets the AppHost go on to its own <c>Run()</c>.</summary>
internal sealed class TestedApplication(DistributedApplication application, EntryPointRun run) : DistributedApplication(application)
{
    private readonly IHostApplicationLifetime lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();

    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.UnsafeRegister(static source => ((TaskCompletionSource)source!).TrySetResult(), started))
        {
            run.Run();
            await Task.WhenAny(started.Task, run.Ended).WaitAsync(cancellationToken);
        }

        if (!started.Task.IsCompleted)
        {
            throw run.Failure ?? new InvalidOperationException("The entry point has returned without running its application.");
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        lifetime.StopApplication();
        run.Abandon();
        await run.Ended.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        StopAsync().GetAwaiter().GetResult();
        base.Dispose();
    }

    public override async ValueTask DisposeAsync()
    {
        await StopAsync();
        await base.DisposeAsync();
    }
}
