using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Vision.Admission;
using Vision.Telemetry;
using Xunit;

namespace Tests.Unit.Admission;

/// <summary>What the queues tell of themselves.</summary>
public sealed class AdmissionQueuesTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private IMeterFactory Meters => services.GetRequiredService<IMeterFactory>();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Metrics_tell_how_much_waits_in_each_queue_and_how_much_may()
    {
        using var queues = new AdmissionQueues(new VisionTelemetry(Meters));
        using var usage = new MetricCollector<int>(Meters, "Vision", "vision.queue.usage");
        using var limit = new MetricCollector<int>(Meters, "Vision", "vision.queue.limit");
        using var release = new ManualResetEventSlim();
        var first = queues.Add("first", capacity: 3, workers: 1);
        queues.Add("second", capacity: 5, workers: 1);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = first.RunAsync(
            _ =>
            {
                started.SetResult();
                return release.Wait(Deadline);
            },
            CancellationToken.None);
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        Task[] waiting = [first.RunAsync(static _ => true, CancellationToken.None), first.RunAsync(static _ => true, CancellationToken.None)];
        Assert.Equal([("first", 2), ("second", 0)], Observe(usage));
        Assert.Equal([("first", 3), ("second", 5)], Observe(limit));

        release.Set();
        await Task.WhenAll([running, .. waiting]);
        Assert.Equal([("first", 0), ("second", 0)], Observe(usage));
        queues.Dispose();
        Assert.Equal([("first", 0), ("second", 0)], Observe(usage));
        Assert.Equal([("first", 3), ("second", 5)], Observe(limit));
    }

    private static IEnumerable<(object? Queue, int Value)> Observe(MetricCollector<int> collector)
    {
        collector.Clear();
        collector.RecordObservableInstruments();
        return collector.GetMeasurementSnapshot().Select(static measurement => (measurement.Tags["queue"], measurement.Value));
    }
}
