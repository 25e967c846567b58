using System.Diagnostics.Metrics;
using ApiService.Jobs;
using ApiService.Uploads;
using Contracts;
using ServiceDefaults.Telemetry;

namespace ApiService.Telemetry;

/// <summary>
/// What lies in the stores of jobs and uploads. It is counted every few seconds, because a metric is asked for its value without
/// the time to go and look; while a store cannot be asked, there is no value. Where replicas share a store each tells the whole.
/// </summary>
internal sealed class StoreFigures(JobStores jobs, IUploadStore uploads, IMeterFactory meters, TimeProvider time) : BackgroundService
{
    private volatile JobCensus? knownJobs;
    private volatile UploadCensus? knownUploads;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var meter = meters.Create(ApiTelemetry.Name);
        meter.CreateObservableUpDownCounter("vision.job.open", MeasureJobs, "{job}", "Jobs that are not finished, of all replicas.");
        meter.CreateObservableGauge("vision.job.age", MeasureAges, "s", "How long ago the first of the jobs that wait, or run, was taken in.");
        meter.CreateObservableUpDownCounter("vision.job.dead", () => Measure(knownJobs?.GivenUp), "{job}", "Jobs that were given up, as far as they are listed.");
        meter.CreateObservableUpDownCounter("vision.upload.open", () => Measure(knownUploads?.Open), "{upload}", "Uploads whose bytes are not all there.");
        meter.CreateObservableUpDownCounter("vision.upload.bytes", () => Measure(knownUploads?.Bytes), "By", "What uploads count for the quotas of their clients.");

        using var timer = new PeriodicTimer(SampledFigures.Interval, time);
        do
        {
            knownJobs = await jobs.CountAsync(stoppingToken);
            knownUploads = await CountUploadsAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static IEnumerable<Measurement<long>> Measure(long? figure) => figure is { } known ? [new Measurement<long>(known)] : [];

    private async Task<UploadCensus?> CountUploadsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await uploads.CountAsync(cancellationToken);
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private IEnumerable<Measurement<long>> MeasureJobs() =>
        States().Select(static state => new Measurement<long>(state.Jobs.Sum(static count => count.Count), state.Tags));

    private IEnumerable<Measurement<double>> MeasureAges() => States().Select(static state => new Measurement<double>(
        state.Jobs.Select(static count => count.OldestAge.TotalSeconds).DefaultIfEmpty().Max(), state.Tags));

    /// <summary>The jobs of every kind and state, also where there are none: a series that comes and goes is of no use for an alert.</summary>
    private IEnumerable<(IEnumerable<JobCount> Jobs, KeyValuePair<string, object?>[] Tags)> States() => knownJobs is not { } known ? []
        : from kind in Enum.GetValues<JobKind>()
          from status in new[] { JobStatus.Queued, JobStatus.Running }
          let tags = new[] { ApiTelemetry.KindOf(kind), new KeyValuePair<string, object?>("state", status == JobStatus.Running ? "running" : "queued") }
          select (known.Open.Where(count => count.Kind == kind && count.Status == status), tags);
}
