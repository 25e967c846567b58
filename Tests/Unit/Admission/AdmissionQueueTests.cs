using System.Diagnostics.Metrics;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Vision.Admission;
using Vision.Telemetry;
using Xunit;

namespace Tests.Unit.Admission;

public sealed class AdmissionQueueTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ManualResetEventSlim release = new();
    private readonly AdmissionQueue queue;

    public AdmissionQueueTests() => queue = new AdmissionQueue(
        "engine", capacity: 2, workers: 1, new VisionTelemetry(services.GetRequiredService<IMeterFactory>()));

    [Fact]
    public async Task RunAsync_beyond_the_capacity_refuses_at_once()
    {
        var running = await OccupyWorkerAsync();
        var waiting = new[] { Enqueue(), Enqueue() };
        var problem = await Assert.ThrowsAsync<ProblemException>(Enqueue);
        Assert.Equal(ErrorCodes.Overloaded, problem.Code);
        release.Set();
        await Task.WhenAll([running, .. waiting]).WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task RunAsync_whose_caller_leaves_while_waiting_never_runs()
    {
        var running = await OccupyWorkerAsync();
        using var caller = new CancellationTokenSource();
        var hasRun = false;
        var abandoned = queue.RunAsync(_ => hasRun = true, caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned.WaitAsync(Deadline, TestContext.Current.CancellationToken));
        release.Set();
        await running.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await Enqueue().WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.False(hasRun);
    }

    [Fact]
    public async Task RunAsync_with_a_token_cancelled_before_never_runs()
    {
        var hasRun = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => queue.RunAsync(_ => hasRun = true, new CancellationToken(canceled: true)));
        await Enqueue().WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.False(hasRun);
    }

    [Fact]
    public async Task RunAsync_whose_caller_leaves_while_running_ends_only_with_the_work()
    {
        using var caller = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = queue.RunAsync(
            _ =>
            {
                started.SetResult();
                release.Wait(Deadline);
                return 1;
            },
            caller.Token);
        await started.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        await caller.CancelAsync();
        Assert.False(running.IsCompleted);
        release.Set();
        Assert.Equal(1, await running.WaitAsync(Deadline, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_of_failing_work_gives_its_exception_and_keeps_the_worker()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => queue.RunAsync<int>(_ => throw new InvalidOperationException("no"), CancellationToken.None));
        await Enqueue().WaitAsync(Deadline, TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        release.Set();
        queue.Dispose();
        release.Dispose();
        services.Dispose();
    }

    private Task<bool> Enqueue() => queue.RunAsync(_ => true, TestContext.Current.CancellationToken);

    private async Task<Task<bool>> OccupyWorkerAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = queue.RunAsync(
            _ =>
            {
                started.SetResult();
                return release.Wait(Deadline);
            },
            CancellationToken.None);
        await started.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        return running;
    }
}
